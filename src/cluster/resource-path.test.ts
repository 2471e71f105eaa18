import { describe, expect, it } from 'vitest';
import { collectionPath, objectPath, pluralOf } from './resource-path.ts';

describe('the path of an object', () => {
  it('is under /api for the core group', () => {
    expect(
      objectPath({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'nim-llama', namespace: 'nim-demo' },
      }),
    ).toBe('/api/v1/namespaces/nim-demo/persistentvolumeclaims/nim-llama');
  });

  it('is under /apis for any other group', () => {
    expect(
      objectPath({
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        metadata: { name: 'llama', namespace: 'nim-demo' },
      }),
    ).toBe('/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices/llama');
  });

  it('has no namespace where the object has none', () => {
    const reference = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
    };
    expect(objectPath(reference)).toBe('/apis/storage.k8s.io/v1/storageclasses/fast');
  });

  it('cannot be left by a name', () => {
    const metadata = { name: '../../secrets?x', namespace: 'a/b' };
    expect(objectPath({ apiVersion: 'v1', kind: 'ConfigMap', metadata })).toBe(
      '/api/v1/namespaces/a%2Fb/configmaps/..%2F..%2Fsecrets%3Fx',
    );
  });
});

describe('the path of all objects of a kind', () => {
  it('is that of a namespace', () => {
    expect(collectionPath({ apiVersion: 'v1', kind: 'Secret', namespace: 'nim-demo' })).toBe(
      '/api/v1/namespaces/nim-demo/secrets',
    );
  });

  it('is that of the cluster without one', () => {
    expect(collectionPath({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' })).toBe(
      '/apis/storage.k8s.io/v1/storageclasses',
    );
  });
});

describe('the plural of a kind', () => {
  it.each(['Pod', 'PartialObjectMetadata'])('is not guessed: %s', (kind) => {
    expect(() => pluralOf(kind)).toThrow(`No plural is known for the kind ${kind}.`);
  });
});
