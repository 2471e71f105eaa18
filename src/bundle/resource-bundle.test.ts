import { describe, expect, it } from 'vitest';
import type { KeySecretWrite } from '../apiKey/write-key.ts';
import { choicesWith, deploymentWith, newVolume } from './deployment.factory.ts';
import { resourceBundle } from './resource-bundle.ts';
import { cacheVolumeClaim } from './storage-on-deployment.ts';
import { tokenResources } from './token-resources.ts';

const keyWrites: KeySecretWrite[] = [
  {
    secret: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'nim-api-key', namespace: 'nim-demo' },
    },
  },
];
const deployment = deploymentWith();
const given = { choices: choicesWith(), storage: newVolume(), keyWrites, deployment };

describe('the resources of a new deployment', () => {
  it('are key, volume, runtime and InferenceService', () => {
    expect(resourceBundle(given)).toEqual({
      keyWrites,
      volume: cacheVolumeClaim('nim-demo', newVolume()),
      runtime: deployment.server,
      inferenceService: deployment.model,
    });
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
