import { describe, expect, it } from 'vitest';
import { keySecrets } from '../apiKey/key-secrets.ts';
import { choicesWith, deploymentWith, newVolume } from './deployment.factory.ts';
import { resourceBundle } from './resource-bundle.ts';
import { cacheVolumeClaim } from './storage-on-deployment.ts';
import { tokenResources } from './token-resources.ts';

const names = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };
const deployment = deploymentWith();
const given = { choices: choicesWith(), storage: newVolume(), keyNames: names, deployment };

describe('the resources of a new deployment', () => {
  it('are key, volume, runtime and InferenceService', () => {
    expect(resourceBundle({ ...given, key: 'nvapi-some' })).toEqual({
      keySecrets: keySecrets({ project: 'nim-demo', names, key: 'nvapi-some' }),
      volume: cacheVolumeClaim('nim-demo', newVolume()),
      runtime: deployment.server,
      inferenceService: deployment.model,
    });
  });

  it('hold no Secrets when the project has a key', () => {
    expect(resourceBundle(given).keySecrets).toEqual([]);
  });

  it('hold no Secrets when the cluster pulls with its own', () => {
    const bundle = resourceBundle({ ...given, keyNames: undefined, key: 'nvapi-some' });
    expect(bundle.keySecrets).toEqual([]);
  });

  it('hold no volume when an existing one is used', () => {
    const storage = { kind: 'existing', name: 'models', subPath: '' } as const;
    expect(resourceBundle({ ...given, storage })).not.toHaveProperty('volume');
  });

  it('hold what tokens need when there are some', () => {
    const tokens = [{ displayName: 'Default', name: 'default' }];
    const bundle = resourceBundle({ ...given, choices: choicesWith({ tokens }) });
    expect(bundle.tokens).toEqual(
      tokenResources({ project: 'nim-demo', deployment: 'my-model', tokens }),
    );
  });

  it('hold nothing for tokens when there are none', () => {
    expect(resourceBundle(given)).not.toHaveProperty('tokens');
  });
});
