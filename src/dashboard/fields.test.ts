import '../../test/factories/without-style-sheets.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey, storedPair } from '../apiKey/key-secrets.factory.ts';
import { emptyVault, keepKey } from '../apiKey/key-vault.ts';
import { findProjectKey } from '../apiKey/project-key.ts';
import type { SeenKey } from '../wizard/key/project-key-query.ts';
import type { KeyData } from '../wizard/key/use-key-data.ts';
import { proposedVolume } from '../wizard/storage/storage-field-value.ts';
import { apiKeyField, modelField, modelTypeOverride, storageField } from './fields.ts';
import { stateWith } from './wizard-state.factory.ts';

const retry = (): void => undefined;
const inProject = { project: 'nim-demo', isEditing: false };
const fields = [apiKeyField, modelField, storageField];

describe('every field', () => {
  it.each(fields.map((field) => [field.id, field] as const))(
    'is added to the first step, for our location: %s',
    (_id, field) => {
      expect(field).toMatchObject({ type: 'addition', step: 'modelSource' });
      expect(field.isActive(stateWith())).toBe(true);
      expect(field.isActive(stateWith({ modelLocationData: { data: { type: 'new' } } }))).toBe(
        false,
      );
    },
  );

  it.each(fields.map((field) => [field.id, field] as const))(
    'holds the wizard back while it has no value: %s',
    (_id, { reducerFunctions: { validationSchema } }) => {
      expect(validationSchema?.safeParse(undefined).success).toBe(false);
    },
  );
});

const found = (key: SeenKey, project = 'nim-demo'): KeyData => ({
  value: { project, key, scope: 'project', skipsVerification: false },
  retry,
});

const { apiKey, imagePull } = storedPair();
const stored = findProjectKey([apiKey, imagePull]);

describe('the first value of the key field', () => {
  const initial = apiKeyField.reducerFunctions.getInitialFieldData;
  const entered = enteredKey();

  afterEach(() => emptyVault('nim-demo'));

  const older = findProjectKey([{ name: 'nvidia-nim-secrets' }, { name: 'ngc-secret' }]);

  it.each<[SeenKey, KeyReference]>([
    [stored, { kind: 'stored', project: 'nim-demo', source: 'project' }],
    [older, { kind: 'stored', project: 'nim-demo', source: 'older' }],
    [{ kind: 'not-needed' }, { kind: 'not-needed' }],
    [{ kind: 'absent' }, { kind: 'none' }],
    [{ kind: 'hidden' }, { kind: 'none' }],
    [{ kind: 'unseen' }, { kind: 'none' }],
    [findProjectKey([apiKey]), { kind: 'none' }],
  ])('is, when the key of the project is %o: %o', (key, value) => {
    expect(initial(undefined, found(key), inProject)).toEqual(value);
  });

  it('is none before the project has been looked at', () => {
    expect(initial(undefined, undefined, inProject)).toEqual({ kind: 'none' });
    expect(initial(undefined, { retry }, inProject)).toEqual({ kind: 'none' });
  });

  it('is none while only data of another project are there', () => {
    expect(initial(undefined, found(stored, 'fraud-detection'), inProject)).toEqual({
      kind: 'none',
    });
  });

  it('is what an edited deployment uses', () => {
    expect(initial({ kind: 'not-needed' }, found({ kind: 'absent' }), inProject)).toEqual({
      kind: 'not-needed',
    });
  });

  it('is a key that was entered before, while it is known', () => {
    keepKey('nim-demo', 'nvapi-some');
    expect(initial(entered, found({ kind: 'absent' }), inProject)).toEqual(entered);
  });

  it('is none again when the key that was entered has been forgotten', () => {
    expect(initial(entered, found({ kind: 'absent' }), inProject)).toEqual({ kind: 'none' });
  });
});

describe('the first value of the model field', () => {
  const initial = modelField.reducerFunctions.getInitialFieldData;

  it('is no model', () => {
    expect(initial()).toEqual({ kind: 'none' });
  });

  it('is the model of an edited deployment', () => {
    const model = { namespace: 'nim/meta', name: 'llama', displayName: 'llama' };
    const chosen = { kind: 'chosen', model, tag: '1.8' } as const;
    expect(initial(chosen)).toEqual(chosen);
  });
});

const classOf = (name: string, isDefault: boolean) => {
  const shown = { name, displayName: name, isDefault };
  return { ...shown, isProvisioned: true, waitsForPod: false };
};

describe('the first value of the storage field', () => {
  const initial = storageField.reducerFunctions.getInitialFieldData;

  it("is a new volume of the cluster's default class", () => {
    const classes = [classOf('fast', false), classOf('standard', true)];
    expect(initial(undefined, { value: { classes, volumes: [] }, retry })).toEqual(
      proposedVolume('standard'),
    );
  });

  it('is a new volume without a class before the classes are known', () => {
    expect(initial()).toEqual(proposedVolume(''));
  });

  it('is the volume of an edited deployment', () => {
    const existing = { kind: 'existing', name: 'models', subPath: '' } as const;
    expect(initial(existing)).toEqual(existing);
  });
});

describe("the host's select of the model type", () => {
  it('is forced to one option for our location, and for no other', () => {
    expect(modelTypeOverride).toMatchObject({
      id: 'modelType',
      type: 'modifier',
      extraOption: { key: 'NVIDIA NIM', label: 'NVIDIA NIM' },
      forced: true,
    });
    expect(modelTypeOverride.isActive(stateWith())).toBe(true);
    expect(modelTypeOverride.isActive({})).toBe(false);
  });
});
