import type { HostWizardState } from './wizard-state.ts';
import type { AnyField } from './wizard-field.ts';

/** A field of a plugin with what matters to a test. */
export const fieldWith = (
  given: Partial<Omit<AnyField, 'reducerFunctions'>> & {
    reducerFunctions?: Partial<AnyField['reducerFunctions']>;
  },
): AnyField => ({
  id: 'plugin/field',
  type: 'addition',
  step: 'modelSource',
  isActive: () => true,
  component: () => null,
  ...given,
  reducerFunctions: {
    setFieldData: (value) => value,
    getInitialFieldData: () => 'initial',
    ...given.reducerFunctions,
  },
});

const nothing = () => undefined;

/** The state of a wizard in which every field of the dashboard's own is valid, but for what is given. */
export const stateWith = (given: Partial<HostWizardState> = {}): HostWizardState => ({
  project: { projectName: 'nim-demo', setProjectName: nothing },
  modelLocationData: {
    data: { type: 'nvidia-nim', fieldValues: {}, additionalFields: {} },
    setData: nothing,
  },
  modelType: { data: { type: 'NVIDIA NIM' }, setData: nothing, extraOptions: [], isForced: true },
  k8sNameDesc: {
    data: {
      name: 'My model',
      description: '',
      k8sName: { value: 'my-model', state: { immutable: false, touched: false } },
    },
    setName: nothing,
    setDescription: nothing,
    setResourceName: nothing,
  },
  hardwareProfileConfig: {
    formData: { useExistingSettings: true },
    setFormData: nothing,
    profiles: [],
    isLoaded: true,
  },
  numReplicas: { data: 1, setData: nothing },
  externalRoute: { data: false, setData: nothing, isVisible: true },
  tokenAuthentication: { data: [], setData: nothing },
  runtimeArgs: { data: { enabled: false, args: [] }, setData: nothing },
  environmentVariables: { data: { enabled: false, variables: [] }, setData: nothing },
  deploymentStrategy: { data: 'rolling', setData: nothing, isVisible: false },
  modelAvailability: { data: { saveAsAiAsset: false }, setData: nothing, isVisible: false },
  canCreateRoleBindings: true,
  ...given,
});
