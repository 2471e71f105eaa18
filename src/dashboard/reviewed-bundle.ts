import { keyReferenceSchema } from '../apiKey/key-reference.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { applyOwnFields } from './apply-own-fields.ts';
import { assembleBundle } from './assemble-bundle.ts';
import { resolveDependencies } from './field-dependencies.ts';
import { API_KEY_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';
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
