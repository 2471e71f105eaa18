import type {
  DeploymentChoices,
  HardwareChoice,
  TokenChoice,
} from '../bundle/deployment-choices.ts';
import { argumentsIn } from '../bundle/service-fields.ts';
import type { WizardState } from './host-contract.ts';

/** Reads the host's own fields into the choices that a bundle is made from. */
export const readChoices = (state: WizardState, project: string): DeploymentChoices => {
  const { name, description, k8sName } = state.k8sNameDesc.data;
  const availability = state.modelAvailability.data;
  const useCase = availability?.useCase;
  return {
    project,
    name: k8sName.value,
    displayName: name,
    description,
    replicas: state.numReplicas.data ?? 1,
    hardware: readHardware(state),
    externalRoute: state.externalRoute.data ?? false,
    tokens: readTokens(state),
    args: readArgs(state),
    env: state.environmentVariables.data?.enabled
      ? state.environmentVariables.data.variables.map(({ name: key, value }) => ({
          name: key,
          value,
        }))
      : [],
    strategy: state.deploymentStrategy.data ?? 'rolling',
    ...(availability?.saveAsAiAsset ? { aiAsset: useCase ? { useCase } : {} } : {}),
  };
};

const readHardware = (state: WizardState): HardwareChoice => {
  const { selectedProfile, useExistingSettings, resources } = state.hardwareProfileConfig.formData;
  if (useExistingSettings || !selectedProfile) {
    return resources ? { resources } : {};
  }
  const { node } = selectedProfile.spec.scheduling ?? {};
  const { name, namespace = '', resourceVersion = '' } = selectedProfile.metadata;
  return {
    ...(resources ? { resources } : {}),
    ...(node?.tolerations?.length ? { tolerations: node.tolerations } : {}),
    ...(Object.keys(node?.nodeSelector ?? {}).length > 0 && node?.nodeSelector
      ? { nodeSelector: node.nodeSelector }
      : {}),
    profile: { name, namespace, resourceVersion },
  };
};

/**
 * Also for a person who may not create roles: the host lets such a person choose no token, but a
 * deployment that is edited may have some, and must not lose its protection by that.
 */
const readTokens = (state: WizardState): DeploymentChoices['tokens'] =>
  (state.tokenAuthentication.data ?? []).map(readToken);

/** One token: a new one is named after what a person calls it, as the host does. */
export const readToken = ({
  displayName,
  k8sName,
}: {
  displayName: string;
  k8sName?: string | undefined;
}): TokenChoice => ({
  displayName: displayName.trim(),
  name: k8sName ?? kubernetesName(displayName),
});

const readArgs = (state: WizardState): string[] =>
  state.runtimeArgs.data?.enabled ? argumentsIn(state.runtimeArgs.data.args) : [];

/** The host's own translation of a display name: lower case, dashes for spaces, the rest dropped. */
const kubernetesName = (displayName: string): string =>
  displayName
    .trim()
    .toLowerCase()
    .replace(/\s/g, '-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/[-]+/g, '-')
    .replace(/^-|-$/g, '');
