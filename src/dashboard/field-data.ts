import { type KeyReference, secretNamesOf } from '../apiKey/key-reference.ts';
import { keySecretNames, OLDER_SECRETS } from '../apiKey/key-secrets.ts';
import { extractCache } from '../bundle/deployed-cache.ts';
import { isSame } from '../bundle/is-same.ts';
import { applyKey, hasKey, secretsInUse } from '../bundle/key-on-deployment.ts';
import {
  applyModel,
  changeVersion,
  extractImage,
  isCalledByGrpc,
} from '../bundle/model-on-deployment.ts';
import { applyStorage } from '../bundle/storage-on-deployment.ts';
import { readDeployedImage } from '../catalog/deployed-image.ts';
import {
  imageOfChoice,
  isAsDeployed,
  type ModelFieldValue,
} from '../wizard/model/model-field-value.ts';
import { type ShownStorage, storageChoice } from '../wizard/storage/storage-field-value.ts';
import type { Deployment, WizardState } from './host-contract.ts';
import { isNimDeployment } from './nim-form-data.ts';

/**
 * Writes the chosen model onto the deployment that is being assembled. One that is edited changes only
 * if another version was chosen.
 */
export const applyModelField = (deployment: Deployment, value: ModelFieldValue): Deployment => {
  if (value.kind !== 'chosen' || isAsDeployed(value)) {
    return deployment;
  }
  return value.deployed
    ? changeVersion(deployment, { image: imageOfChoice(value), tag: value.tag })
    : applyModel(deployment, value);
};

/** Writes the chosen volume onto the deployment that is being assembled; one that has it stays as it is. */
export const applyStorageField = (
  deployment: Deployment,
  value: ShownStorage,
  state: WizardState,
): Deployment =>
  value.kind === 'elsewhere' || isSame(extractCache(deployment), value)
    ? deployment
    : applyStorage(deployment, storageChoice(value, state.k8sNameDesc.data.k8sName.value));

/** Lets the deployment that is being assembled use the key's Secrets. */
export const applyKeyField = (
  deployment: Deployment,
  value: KeyReference,
  state: WizardState,
): Deployment => applyKey(deployment, secretNamesOf(value, state.k8sNameDesc.data.k8sName.value));

/** What an existing deployment runs; undefined for one that is no NIM. */
export const extractModelField = (deployment: Deployment): ModelFieldValue | undefined => {
  const image = isNimDeployment(deployment) ? extractImage(deployment) : undefined;
  if (image === undefined) {
    return undefined;
  }
  const read = readDeployedImage(image);
  const called = isCalledByGrpc(deployment) ? { protocol: 'grpc' as const } : {};
  if (!read) {
    return { kind: 'as-deployed', deployed: { image, prefix: '' }, ...called };
  }
  const { namespace, name, prefix, tag } = read;
  const model = { namespace, name, displayName: name };
  return tag === undefined
    ? { kind: 'as-deployed', model, deployed: { image, prefix }, ...called }
    : { kind: 'chosen', model, tag, deployed: { image, prefix, tag }, ...called };
};

/** Where an existing deployment keeps its model; undefined for one that is no NIM. */
export const extractStorageField = (deployment: Deployment): ShownStorage | undefined =>
  isNimDeployment(deployment) ? extractCache(deployment) : undefined;

/** Nothing asks for a key that is there already; undefined for a deployment that is no NIM. */
export const extractKeyField = (deployment: Deployment): KeyReference | undefined => {
  if (!isNimDeployment(deployment)) {
    return undefined;
  }
  const { namespace: project = '' } = deployment.model.metadata;
  const source = sourceOf(deployment);
  return hasKey(deployment)
    ? { kind: 'in-use', project, ...(source ? { source } : {}) }
    : { kind: 'not-needed' };
};

/** Which of the project's keys it is: by both of its Secrets, of which one pulls the image. */
const sourceOf = (deployment: Deployment): 'project' | 'older' | undefined => {
  const used = secretsInUse(deployment);
  if (isSame(used, OLDER_SECRETS)) {
    return 'older';
  }
  return isSame(used, keySecretNames('project', '')) ? 'project' : undefined;
};
