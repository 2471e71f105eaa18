import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { Secret } from '../../cluster/kubernetes.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { KEY_PLACEHOLDER, previewObjects } from './preview-objects.ts';

const secretOf = (name: string): Secret =>
  previewObjects(fullBundle()).find(({ object }) => object.metadata.name === name)
    ?.object as Secret;

describe('what will be created', () => {
  it('is everything, in the order of the submission', () => {
    expect(
      previewObjects(fullBundle()).map(({ object }) => `${object.kind}/${object.metadata.name}`),
    ).toEqual([
      'Secret/nim-api-key',
      'Secret/nim-image-pull',
      'PersistentVolumeClaim/nim-my-model',
      'ServingRuntime/my-model',
      'InferenceService/my-model',
      'ServiceAccount/my-model-sa',
      'Role/my-model-view-role',
      'RoleBinding/my-model-view',
      'Secret/default-my-model-sa',
      'Secret/ci-my-model-sa',
    ]);
  });

  it('is a runtime and a deployment where nothing else is needed', () => {
    expect(previewObjects(leastBundle()).map(({ object }) => object.kind)).toEqual([
      'ServingRuntime',
      'InferenceService',
    ]);
  });

  it('holds the very objects of the submission, but for the key', () => {
    const bundle = fullBundle();
    const objects = previewObjects(bundle).map(({ object }) => object);
    expect(objects).toEqual(
      expect.arrayContaining([bundle.volume, bundle.runtime, bundle.inferenceService]),
    );
  });

  it('says what exists already and gets another key', () => {
    const changes = previewObjects(fullBundle(storedPair())).map(({ change }) => change);
    expect(changes.slice(0, 3)).toEqual(['replaced', 'replaced', 'created']);
  });

  it('says what goes with the deployment', () => {
    const owned = previewObjects(fullBundle()).filter(({ ownedBy }) => ownedBy === 'my-model');
    expect(owned.map(({ object }) => object.kind)).toEqual([
      'ServiceAccount',
      'Role',
      'RoleBinding',
      'Secret',
      'Secret',
    ]);
  });
});

describe('a key', () => {
  it('is in no preview, in no form', () => {
    const text = JSON.stringify(previewObjects(fullBundle()));
    expect(text).not.toContain('nvapi-some');
    expect(text).not.toContain(btoa('nvapi-some'));
    expect(text).not.toContain(btoa('$oauthtoken:nvapi-some'));
  });

  it('has its place where it can be written as it is', () => {
    const secret = secretOf('nim-api-key');
    expect(secret.stringData).toEqual({ api_key: KEY_PLACEHOLDER, NGC_API_KEY: KEY_PLACEHOLDER });
    expect(secret).not.toHaveProperty('data');
  });

  it('has its place in a pull secret that Kubernetes takes', () => {
    const { stringData = {}, type } = secretOf('nim-image-pull');
    expect(type).toBe('kubernetes.io/dockerconfigjson');
    expect(JSON.parse(stringData['.dockerconfigjson'] ?? '')).toEqual({
      auths: { 'nvcr.io': { username: '$oauthtoken', password: KEY_PLACEHOLDER } },
    });
  });

  it('has no place in the Secret of a token', () => {
    expect(secretOf('ci-my-model-sa')).not.toHaveProperty('stringData');
  });
});
