import { keyReferenceSchema } from '../apiKey/key-reference.ts';
import { chosenModelSchema } from '../wizard/model/model-field-value.ts';
import { shownStorageSchema } from '../wizard/storage/storage-field-value.ts';
import { applyKeyField, applyModelField, applyStorageField } from './field-data.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { ApplyFieldData, WizardState } from './host-contract.ts';

/** What the host's `applyFieldData` would do, with our fields alone of all plugins'. */
export const applyOwnFields =
  (state: WizardState): ApplyFieldData =>
  (deployment) => {
    const model = chosenModelSchema.parse(state[MODEL_FIELD]);
    const storage = shownStorageSchema.parse(state[STORAGE_FIELD]);
    const key = keyReferenceSchema.parse(state[API_KEY_FIELD]);
    const withModel = applyModelField(deployment, model);
    return applyKeyField(applyStorageField(withModel, storage, state), key, state);
  };
