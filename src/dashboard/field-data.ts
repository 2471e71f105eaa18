import { applyKey, extractKey } from '../bundle/key-on-deployment.ts';
import { applyModel, extractImage } from '../bundle/model-on-deployment.ts';
import { applyStorage, extractStorage } from '../bundle/storage-on-deployment.ts';
import { type KeyReference, secretNamesOf } from '../apiKey/key-reference.ts';
import type { ModelFieldValue } from '../wizard/model-field-value.ts';
import { storageChoice, type StorageFieldValue } from '../wizard/storage-field-value.ts';
import type { Deployment, WizardState } from './host-contract.ts';
import { isNimDeployment } from './nim-form-data.ts';

/** Writes the chosen model onto the deployment that is being assembled. */
export const applyModelField = (deployment: Deployment, value: ModelFieldValue): Deployment =>
  value.kind === 'chosen' ? applyModel(deployment, value) : deployment;

/** Writes the chosen volume onto the deployment that is being assembled. */
export const applyStorageField = (
  deployment: Deployment,
  value: StorageFieldValue,
  state: WizardState,
): Deployment =>
  applyStorage(deployment, storageChoice(value, state.k8sNameDesc.data.k8sName.value));

/** Lets the deployment that is being assembled use the key's Secrets. */
export const applyKeyField = (
  deployment: Deployment,
  value: KeyReference,
  state: WizardState,
): Deployment => applyKey(deployment, secretNamesOf(value, state.k8sNameDesc.data.k8sName.value));

/** What an existing deployment runs; undefined for one that is no NIM. */
export const extractModelField = (deployment: Deployment): ModelFieldValue | undefined => {
  const image = isNimDeployment(deployment) ? extractImage(deployment) : undefined;
  return (
    image && {
      kind: 'chosen',
      model: { namespace: image.namespace, name: image.name, displayName: image.name },
      tag: image.tag,
    }
  );
};

/** The volume of an existing deployment; undefined for one that is no NIM. */
export const extractStorageField = (deployment: Deployment): StorageFieldValue | undefined => {
  const storage = isNimDeployment(deployment) ? extractStorage(deployment) : undefined;
  return storage?.kind === 'existing' ? storage : undefined;
};

/** Nothing asks for a key that is there already; undefined for a deployment that is no NIM. */
export const extractKeyField = (deployment: Deployment): KeyReference | undefined => {
  if (!isNimDeployment(deployment)) {
    return undefined;
  }
  return extractKey(deployment)
    ? { kind: 'in-use', project: deployment.model.metadata.namespace ?? '' }
    : { kind: 'not-needed' };
};
