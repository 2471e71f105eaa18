import { describe, expect, it } from 'vitest';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey } from '../apiKey/key-secrets.factory.ts';
import { llama } from '../bundle/deployment.factory.ts';
import { API_KEY_FIELD, MODEL_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';
import { resolveModelDependencies } from './model-dependencies.ts';
import { stateWith } from './wizard-state.factory.ts';

const stored: KeyReference = { kind: 'stored', project: 'nim-demo', source: 'project' };

const wizardWith = (key: KeyReference, given: Partial<WizardState> = {}): WizardState =>
  stateWith({ [API_KEY_FIELD]: key, [MODEL_FIELD]: { kind: 'chosen', ...llama }, ...given });

describe('what is asked about a key and an image', () => {
  it.each([enteredKey(), enteredKey({ verification: 'could-not-tell' }), stored])(
    'is whether the key may pull the chosen image: %o',
    (key) => {
      expect(resolveModelDependencies(wizardWith(key)).pull).toEqual({
        project: 'nim-demo',
        image: `nvcr.io/${llama.model.namespace}/${llama.model.name}:${llama.tag}`,
        key,
      });
    },
  );

  it.each<[string, WizardState]>([
    ['no model is chosen', wizardWith(stored, { [MODEL_FIELD]: { kind: 'none' } })],
    ['no key is there', wizardWith({ kind: 'none' })],
    ['no key is needed', wizardWith({ kind: 'not-needed' })],
    ['nobody is to be asked about keys', wizardWith(enteredKey({ verification: 'switched-off' }))],
    ['the key is of another project', wizardWith(enteredKey({ project: 'fraud-detection' }))],
    ['no project is chosen', wizardWith(stored, { project: {} })],
    ['our fields have no value yet', stateWith()],
  ])('is nothing when %s', (_why, state) => {
    expect(resolveModelDependencies(state)).not.toHaveProperty('pull');
  });

  it('is nothing while a deployment is edited', () => {
    const dependencies = resolveModelDependencies(wizardWith(stored), { isEditing: true });
    expect(dependencies).toEqual({ project: 'nim-demo', isEditing: true });
  });
});
