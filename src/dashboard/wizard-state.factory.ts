import type { HostHardwareProfile, WizardState } from './host-contract.ts';

/** The state of a wizard in which a NIM with a name is deployed, but for what is given. */
export const stateWith = (given: Partial<WizardState> = {}): WizardState => ({
  project: { projectName: 'nim-demo', initialProjectName: 'nim-demo' },
  modelLocationData: { data: { type: 'nvidia-nim' } },
  modelType: { data: { type: 'NVIDIA NIM' } },
  k8sNameDesc: { data: { name: 'My model', description: '', k8sName: { value: 'my-model' } } },
  hardwareProfileConfig: { formData: { useExistingSettings: false } },
  numReplicas: { data: 1 },
  externalRoute: { data: false },
  tokenAuthentication: { data: [] },
  runtimeArgs: { data: { enabled: false, args: [] } },
  environmentVariables: { data: { enabled: false, variables: [] } },
  deploymentStrategy: { data: 'rolling' },
  modelAvailability: { data: { saveAsAiAsset: false } },
  canCreateRoleBindings: true,
  ...given,
});

/** A hardware profile as the host hands it over, with where its pods may run. */
export const profileWith = (
  node?: NonNullable<HostHardwareProfile['spec']['scheduling']>['node'],
): HostHardwareProfile => ({
  apiVersion: 'infrastructure.opendatahub.io/v1',
  kind: 'HardwareProfile',
  metadata: { name: 'nvidia-gpu', namespace: 'opendatahub', resourceVersion: '42' },
  spec: node ? { scheduling: { type: 'Node', node } } : {},
});
