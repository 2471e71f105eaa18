import {
  descriptionField,
  displayNameField,
  externalRouteField,
  protectionField,
} from '../bundle/service-fields.ts';
import type { KeyReference } from '../apiKey/key-reference.ts';
import type { ModelFieldValue } from '../wizard/model/model-field-value.ts';
import type { ShownStorage } from '../wizard/storage/storage-field-value.ts';
import {
  applyKeyField,
  applyModelField,
  applyStorageField,
  extractKeyField,
  extractModelField,
  extractStorageField,
} from './field-data.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import {
  extractDeploymentStrategy,
  extractEnvironmentVariables,
  extractHardwareProfileConfig,
  extractReplicas,
  extractRuntimeArgs,
} from './nim-form-data.ts';
import { profileWith, stateWith } from './wizard-state.factory.ts';

interface ReopenedForm {
  state: WizardState;
  initialData: { tokenAuthentication: WizardState['tokenAuthentication']['data'] };
  applyFieldData: ApplyFieldData;
}

/**
 * The wizard as the host opens it for a deployment: with what the plugin's extractors read, but for what
 * a test changes in it. The tokens are those that the host finds in the project.
 */
export const reopenedForm = (
  deployment: Deployment,
  changed: Partial<WizardState> = {},
  tokens: NonNullable<WizardState['tokenAuthentication']['data']> = [],
): ReopenedForm => {
  const { model } = deployment;
  const shownTokens = { data: protectionField.read(model) ? tokens : [] };
  const state = stateWith({
    k8sNameDesc: {
      data: {
        name: displayNameField.read(model),
        description: descriptionField.read(model),
        k8sName: { value: model.metadata.name },
      },
    },
    hardwareProfileConfig: { formData: hardwareOf(deployment) },
    numReplicas: extractReplicas(deployment),
    externalRoute: { data: externalRouteField.read(model) },
    tokenAuthentication: shownTokens,
    runtimeArgs: { data: extractRuntimeArgs(deployment) },
    environmentVariables: { data: extractEnvironmentVariables(deployment) },
    deploymentStrategy: { data: extractDeploymentStrategy(deployment) },
    [MODEL_FIELD]: extractModelField(deployment),
    [STORAGE_FIELD]: extractStorageField(deployment),
    [API_KEY_FIELD]: extractKeyField(deployment),
    ...changed,
  });
  return {
    state,
    initialData: { tokenAuthentication: shownTokens.data },
    applyFieldData: applyOf(state),
  };
};

/**
 * The host finds the profile that is named on the deployment, as it is by now: an administrator has
 * changed it since. Where none says where it is, it is in the dashboard's own namespace.
 */
const hardwareOf = (deployment: Deployment): WizardState['hardwareProfileConfig']['formData'] => {
  const [name, resources, , , , , namespace] = extractHardwareProfileConfig(deployment).data as [
    string?,
    object?,
    unknown?,
    unknown?,
    unknown?,
    unknown?,
    string?,
  ];
  return name === undefined
    ? { useExistingSettings: true, ...(resources ? { resources } : {}) }
    : {
        useExistingSettings: false,
        ...(resources ? { resources } : {}),
        selectedProfile: {
          ...profileWith({
            tolerations: [{ key: 'added-to-the-profile', operator: 'Exists' }],
            nodeSelector: { 'added-to-the-profile': 'true' },
          }),
          metadata: {
            name,
            namespace: namespace || 'opendatahub',
            resourceVersion: 'newer than on any deployment',
          },
        },
      };
};

/** What the host does with the plugin's `apply` functions: one after the other, those with a value. */
const applyOf =
  (state: WizardState): ApplyFieldData =>
  (deployment) => {
    const model = state[MODEL_FIELD] as ModelFieldValue | undefined;
    const storage = state[STORAGE_FIELD] as ShownStorage | undefined;
    const key = state[API_KEY_FIELD] as KeyReference | undefined;
    const withModel = model ? applyModelField(deployment, model) : deployment;
    const withStorage = storage ? applyStorageField(withModel, storage, state) : withModel;
    return key ? applyKeyField(withStorage, key, state) : withStorage;
  };
