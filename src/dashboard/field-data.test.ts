import { describe, expect, it } from 'vitest';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey } from '../apiKey/key-secrets.factory.ts';
import { llama } from '../bundle/deployment.factory.ts';
import type { ModelFieldValue } from '../wizard/model/model-field-value.ts';
import { proposedVolume, type StorageFieldValue } from '../wizard/storage/storage-field-value.ts';
import { DIGEST, madeByHand } from './deployed-by-others.factory.ts';
import { assembledDeployment, deployedNim, otherDeployment } from './deployment.factory.ts';
import {
  applyKeyField,
  applyModelField,
  applyStorageField,
  extractKeyField,
  extractModelField,
  extractStorageField,
} from './field-data.ts';
import type { Deployment } from './host-contract.ts';
import { stateWith } from './wizard-state.factory.ts';

const chosen: ModelFieldValue = {
  kind: 'chosen',
  model: { ...llama.model, displayName: llama.model.name },
  tag: '1.8',
};
const existing: StorageFieldValue = { kind: 'existing', name: 'models', subPath: 'a' };
const stored: KeyReference = { kind: 'stored', project: 'nim-demo', source: 'project' };

const calledByGrpc = (annotations: Record<string, string>, port?: string): Deployment => {
  const { server, ...rest } = madeByHand('nvcr.io/nim/nvidia/parakeet:1.2.0');
  const [container] = server?.spec.containers ?? [];
  const ports = port === undefined ? [] : [{ name: port, containerPort: 50051 }];
  return server && container
    ? {
        ...rest,
        server: {
          ...server,
          metadata: { ...server.metadata, annotations },
          spec: { ...server.spec, containers: [{ ...container, ports }] },
        },
      }
    : rest;
};

describe('the model field on a deployment', () => {
  const image = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8';

  it('is written, and read back', () => {
    expect(extractModelField(applyModelField(assembledDeployment(), chosen))).toEqual({
      ...chosen,
      deployed: { image, prefix: 'nvcr.io', tag: '1.8' },
    });
  });

  it.each([
    [
      `nvcr.io/nim/meta/llama:1.8@${DIGEST}`,
      { kind: 'chosen', tag: '1.8' },
      { prefix: 'nvcr.io', tag: '1.8' },
    ],
    [`nvcr.io/nim/meta/llama@${DIGEST}`, { kind: 'as-deployed' }, { prefix: 'nvcr.io' }],
    ['nvcr.io/nim/meta/llama', { kind: 'as-deployed' }, { prefix: 'nvcr.io' }],
    [
      'mirror.example:5000/ai/nim/meta/llama:1.8',
      { kind: 'chosen', tag: '1.8' },
      { prefix: 'mirror.example:5000/ai', tag: '1.8' },
    ],
  ])('shows the model of %s, and keeps the image to the letter', (text, shown, deployed) => {
    const model = { namespace: 'nim/meta', name: 'llama', displayName: 'llama' };
    expect(extractModelField(madeByHand(text))).toEqual({
      ...shown,
      model,
      deployed: { image: text, ...deployed },
    });
  });

  it.each([
    ['its runtime says gRPC', { 'opendatahub.io/apiProtocol': 'gRPC' }, undefined, 'grpc'],
    ['its runtime says REST', { 'opendatahub.io/apiProtocol': 'REST' }, 'h2c', undefined],
    ['its port is called h2c', {}, 'h2c', 'grpc'],
    ['nothing says so', {}, undefined, undefined],
  ])('shows by what it is called where %s', (_where, annotations, port, protocol) => {
    expect(extractModelField(calledByGrpc(annotations, port))).toMatchObject(
      protocol === undefined ? { kind: 'chosen' } : { protocol },
    );
    const value = extractModelField(calledByGrpc(annotations, port));
    expect(value && 'protocol' in value ? value.protocol : undefined).toBe(protocol);
  });

  it.each(['', 'llama'])('shows the image %j, which cannot be read, as it is', (text) => {
    expect(extractModelField(madeByHand(text))).toEqual({
      kind: 'as-deployed',
      deployed: { image: text, prefix: '' },
    });
  });

  it.each([
    ['nvcr.io/nim/meta/llama:1.8', 'nvcr.io/nim/meta/llama:1.10'],
    ['mirror.example:5000/ai/nim/meta/llama:1.8', 'mirror.example:5000/ai/nim/meta/llama:1.10'],
    [`nvcr.io/nim/meta/llama:1.8@${DIGEST}`, 'nvcr.io/nim/meta/llama:1.10'],
  ])('pulls another version from where %s is: %s', (before, after) => {
    const deployment = madeByHand(before);
    const value = extractModelField(deployment);
    const other = value?.kind === 'chosen' ? { ...value, tag: '1.10' } : undefined;
    const changed = other && applyModelField(deployment, other);
    expect(changed?.server?.spec.containers[0]?.image).toBe(after);
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

const secretsOn = ({ server }: Deployment): (string | undefined)[] => [
  ...(server?.spec.containers[0]?.env ?? []).flatMap(({ valueFrom }) =>
    valueFrom ? [valueFrom.secretKeyRef?.name] : [],
  ),
  ...(server?.spec.imagePullSecrets ?? []).map(({ name }) => name),
];

describe('the key field on a deployment', () => {
  it.each([enteredKey(), stored])("lets it use the project's Secrets: %o", (reference) => {
    const written = applyKeyField(assembledDeployment(), reference, stateWith());
    expect(secretsOn(written)).toEqual(['nim-api-key', 'nim-image-pull']);
  });

  it('lets it use Secrets of its own when the key is for it alone', () => {
    const own = enteredKey({ scope: 'deployment' });
    const written = applyKeyField(assembledDeployment(), own, stateWith());
    expect(secretsOn(written)).toEqual(['nim-api-key-my-model', 'nim-image-pull-my-model']);
  });

  it.each<KeyReference>([{ kind: 'not-needed' }, { kind: 'none' }])(
    'leaves no trace of a key on it: %o',
    (reference) => {
      const written = applyKeyField(assembledDeployment(), reference, stateWith());
      expect(JSON.stringify(written)).not.toMatch(/NGC_API_KEY|imagePullSecrets/);
    },
  );

  it('is read back as the key that is in use', () => {
    expect(extractKeyField(deployedNim())).toEqual({
      kind: 'in-use',
      project: 'nim-demo',
      source: 'project',
    });
  });

  it.each<[string, KeyReference, string | undefined]>([
    ["the older integration's", { kind: 'stored', project: 'nim-demo', source: 'older' }, 'older'],
    ["the deployment's own", enteredKey({ scope: 'deployment' }), undefined],
  ])('is read back as %s', (_whose, reference, source) => {
    const written = applyKeyField(assembledDeployment(), reference, stateWith());
    expect(extractKeyField(written)).toEqual({
      kind: 'in-use',
      project: 'nim-demo',
      ...(source ? { source } : {}),
    });
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
