import { keyReferenceSchema } from '../apiKey/key-reference.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { chosenModelSchema } from '../wizard/model-field-value.ts';
import { storageFieldSchema } from '../wizard/storage-field-value.ts';
import { assembleBundle } from './assemble-bundle.ts';
import { applyKeyField, applyModelField, applyStorageField } from './field-data.ts';
import { resolveDependencies } from './field-dependencies.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { ApplyFieldData, WizardState } from './host-contract.ts';
import { redactedKeyWritesOf } from './key-of-deployment.ts';
import { readChoices } from './read-choices.ts';

/**
 * What "Deploy model" would make of the wizard's state, without the key. The host hands its `applyFieldData`
 * to a submission only, so of all plugins' fields ours alone are applied here.
 */
export const reviewedBundle = async (state: WizardState): Promise<ResourceBundle> => {
  const project = resolveDependencies(state).project ?? '';
  const choices = readChoices(state, project);
  const reference = keyReferenceSchema.parse(state[API_KEY_FIELD]);
  const { bundle } = await assembleBundle({
    state,
    choices,
    keyWrites: await redactedKeyWritesOf(reference, { project, deployment: choices.name }),
    applyFieldData: applyOwnFields(state),
  });
  return bundle;
};

/** Of all plugins' fields ours alone. */
export const applyOwnFields =
  (state: WizardState): ApplyFieldData =>
  (deployment) => {
    const model = chosenModelSchema.parse(state[MODEL_FIELD]);
    const storage = storageFieldSchema.parse(state[STORAGE_FIELD]);
    const key = keyReferenceSchema.parse(state[API_KEY_FIELD]);
    const withModel = applyModelField(deployment, model);
    return applyKeyField(applyStorageField(withModel, storage, state), key, state);
  };
