import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey } from '../apiKey/key-secrets.factory.ts';
import { llama } from '../bundle/deployment.factory.ts';
import { proposedVolume, type StorageFieldValue } from '../wizard/storage/storage-field-value.ts';
import { deployNim } from './deploy.ts';
import { applyKeyField, applyModelField, applyStorageField } from './field-data.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { stateWith } from './wizard-state.factory.ts';

/** A wizard in which everything is chosen. */
export interface FilledIn {
  state: WizardState;
  applyFieldData: ApplyFieldData;
}

/** A wizard that is filled in, with these values in our fields. */
export const filledIn = (
  given: { key?: KeyReference; storage?: StorageFieldValue; state?: Partial<WizardState> } = {},
): FilledIn => {
  const key = given.key ?? enteredKey({ lastFour: 'only' });
  const storage = given.storage ?? proposedVolume('standard-csi');
  const state = stateWith({
    ...given.state,
    [API_KEY_FIELD]: key,
    [STORAGE_FIELD]: storage,
    [MODEL_FIELD]: { kind: 'chosen', ...llama },
  });
  return {
    state,
    applyFieldData: (deployment) =>
      [
        (before: Deployment) => applyModelField(before, { kind: 'chosen', ...llama }),
        (before: Deployment) => applyStorageField(before, storage, state),
        (before: Deployment) => applyKeyField(before, key, state),
      ].reduce((before, apply) => apply(before), deployment),
  };
};

/** Presses "Deploy model", as the host does: with all its arguments, most of them undefined. */
export const deploy = (
  { state, applyFieldData }: FilledIn,
  { dryRun = false, overwrite = false } = {},
): Promise<Deployment> =>
  deployNim(
    state,
    {},
    'nim-demo',
    undefined,
    undefined,
    undefined,
    undefined,
    dryRun,
    undefined,
    overwrite,
    {},
    applyFieldData,
  );
