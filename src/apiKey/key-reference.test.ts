import { describe, expect, it } from 'vitest';
import {
  type KeyReference,
  keyReferenceSchema,
  replacesProjectKey,
  secretNamesOf,
  usableKeySchema,
} from './key-reference.ts';
import { enteredKey } from './key-secrets.factory.ts';

describe('a reference to a key', () => {
  it.each<KeyReference>([
    enteredKey(),
    enteredKey({ verification: 'could-not-tell' }),
    { kind: 'stored', project: 'nim-demo', source: 'older' },
    { kind: 'in-use', project: 'nim-demo' },
    { kind: 'not-needed' },
  ])('lets the wizard go on: %o', (reference) => {
    expect(usableKeySchema.safeParse(reference).success).toBe(true);
  });

  it.each([{ kind: 'none' }, undefined, { kind: 'entered', project: 'nim-demo' }])(
    'holds the wizard back: %o',
    (reference) => {
      expect(usableKeySchema.safeParse(reference).success).toBe(false);
    },
  );

  it('has no place for the key itself', () => {
    const sly = { ...enteredKey(), key: 'nvapi-secret' };
    expect(keyReferenceSchema.parse(sly)).not.toHaveProperty('key');
  });
});

describe('a key that was entered', () => {
  it.each([
    ['replaces the project’s where there is one', enteredKey({ replaces: 'id id' }), true],
    ['replaces none where the project has none', enteredKey({ replaces: '' }), false],
    [
      'replaces none where it is for one deployment',
      enteredKey({ scope: 'deployment', replaces: 'id id' }),
      false,
    ],
  ])('%s', (_what, entered, replaces) => {
    expect(replacesProjectKey(entered)).toBe(replaces);
  });
});

const ours = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };

describe('the Secrets that a deployment takes its key from', () => {
  it.each<[string, KeyReference, object | undefined]>([
    ['a key that becomes the project’s', enteredKey(), ours],
    [
      'a key for this deployment',
      enteredKey({ scope: 'deployment' }),
      { apiKey: 'nim-api-key-my-model', imagePull: 'nim-image-pull-my-model' },
    ],
    ['the project’s key', { kind: 'stored', project: 'nim-demo', source: 'project' }, ours],
    [
      'the older integration’s key',
      { kind: 'stored', project: 'nim-demo', source: 'older' },
      { apiKey: 'nvidia-nim-secrets', imagePull: 'ngc-secret' },
    ],
    ['no key', { kind: 'not-needed' }, undefined],
  ])('are those of %s', (_what, reference, names) => {
    expect(secretNamesOf(reference, 'my-model')).toEqual(names);
  });
});
