import { describe, expect, it } from 'vitest';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey } from '../apiKey/key-secrets.factory.ts';
import { llama } from '../bundle/deployment.factory.ts';
import { extractKey } from '../bundle/key-on-deployment.ts';
import type { ModelFieldValue } from '../wizard/model-field-value.ts';
import { proposedVolume, type StorageFieldValue } from '../wizard/storage-field-value.ts';
import { assembledDeployment, deployedNim, otherDeployment } from './deployment.factory.ts';
import {
  applyKeyField,
  applyModelField,
  applyStorageField,
  extractKeyField,
  extractModelField,
  extractStorageField,
} from './field-data.ts';
import { stateWith } from './wizard-state.factory.ts';

const chosen: ModelFieldValue = {
  kind: 'chosen',
  model: { ...llama.model, displayName: llama.model.name },
  tag: '1.8',
};
const existing: StorageFieldValue = { kind: 'existing', name: 'models', subPath: 'a' };
const stored: KeyReference = { kind: 'stored', project: 'nim-demo', source: 'project' };

describe('the model field on a deployment', () => {
  it('is written, and read back', () => {
    expect(extractModelField(applyModelField(assembledDeployment(), chosen))).toEqual(chosen);
  });

  it('changes nothing while no model is chosen', () => {
    const deployment = assembledDeployment();
    expect(applyModelField(deployment, { kind: 'none' })).toBe(deployment);
  });
});

describe('the storage field on a deployment', () => {
  it('is written, and read back', () => {
    const written = applyStorageField(assembledDeployment(), existing, stateWith());
    expect(extractStorageField(written)).toEqual(existing);
  });

  it('is, for a new volume without a name, one named after the deployment', () => {
    const value = proposedVolume('standard');
    const written = applyStorageField(assembledDeployment(), value, stateWith());
    expect(extractStorageField(written)).toEqual({
      kind: 'existing',
      name: 'nim-my-model',
      subPath: '',
    });
  });
});

describe('the key field on a deployment', () => {
  it.each([enteredKey(), stored])("lets it use the project's Secrets: %o", (reference) => {
    const written = applyKeyField(assembledDeployment(), reference, stateWith());
    expect(extractKey(written)).toEqual({ apiKey: 'nim-api-key', imagePull: 'nim-image-pull' });
  });

  it('lets it use Secrets of its own when the key is for it alone', () => {
    const own = enteredKey({ scope: 'deployment' });
    const written = applyKeyField(assembledDeployment(), own, stateWith());
    expect(extractKey(written)).toEqual({
      apiKey: 'nim-api-key-my-model',
      imagePull: 'nim-image-pull-my-model',
    });
  });

  it.each<KeyReference>([{ kind: 'not-needed' }, { kind: 'none' }])(
    'leaves no trace of a key on it: %o',
    (reference) => {
      const written = applyKeyField(assembledDeployment(), reference, stateWith());
      expect(JSON.stringify(written)).not.toMatch(/NGC_API_KEY|imagePullSecrets/);
    },
  );

  it('is read back as the key that is in use', () => {
    expect(extractKeyField(deployedNim())).toEqual({ kind: 'in-use', project: 'nim-demo' });
  });

  it('is read back as none needed where the deployment uses none', () => {
    const written = applyModelField(assembledDeployment(), chosen);
    expect(extractKeyField(written)).toEqual({ kind: 'not-needed' });
  });
});

describe('a deployment that is no NIM', () => {
  it.each([extractModelField, extractStorageField, extractKeyField])(
    'has no data for our fields: %o',
    (extract) => {
      expect(extract(otherDeployment())).toBeUndefined();
    },
  );

  it.each([extractModelField, extractStorageField, extractKeyField])(
    'has none without a runtime either: %o',
    (extract) => {
      const { server: _server, ...withoutRuntime } = otherDeployment();
      expect(extract(withoutRuntime)).toBeUndefined();
    },
  );
});
