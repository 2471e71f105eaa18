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
});

const inUse = (source?: 'project' | 'older'): KeyReference => ({
  kind: 'in-use',
  project: 'nim-demo',
  ...(source ? { source } : {}),
});
const pullOf = (key: KeyReference, given: { prefix?: string; tag?: string } = {}) => {
  const { prefix = 'nvcr.io', tag = '1.15.5' } = given;
  const image = `${prefix}/${llama.model.namespace}/${llama.model.name}:${llama.tag}`;
  const deployed = { image, prefix, tag: llama.tag };
  const state = wizardWith(key, { [MODEL_FIELD]: { kind: 'chosen', ...llama, tag, deployed } });
  return resolveModelDependencies(state, { isEditing: true }).pull;
};

describe('what is asked about another version of a deployment that is edited', () => {
  it.each(['project', 'older'] as const)(
    'is whether the key that it has may pull it: "%s"',
    (source) => {
      expect(pullOf(inUse(source))).toEqual({
        project: 'nim-demo',
        image: `nvcr.io/${llama.model.namespace}/${llama.model.name}:1.15.5`,
        key: { kind: 'stored', project: 'nim-demo', source },
      });
    },
  );

  it('is nothing while it keeps its version', () => {
    expect(pullOf(inUse('project'), { tag: llama.tag })).toBeUndefined();
  });

  it("is nothing of a key of the deployment's own, or of none", () => {
    expect(pullOf(inUse())).toBeUndefined();
    expect(pullOf({ kind: 'not-needed' })).toBeUndefined();
  });

  it('is nothing where the image comes from a mirror', () => {
    expect(pullOf(inUse('project'), { prefix: 'mirror.example.com/nvidia' })).toBeUndefined();
  });
});
