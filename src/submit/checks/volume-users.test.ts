import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith, runtimeWith } from '../../bundle/deployment.factory.ts';
import type { InferenceService, ServingRuntime } from '../../cluster/kubernetes.ts';
import { usersOfVolume } from './volume-users.ts';

const runtime = (name: string, claimName: string): ServingRuntime => ({
  ...runtimeWith({ volumes: [{ name: 'cache', persistentVolumeClaim: { claimName } }] }),
  metadata: { name, namespace: 'nim-demo' },
});

const service = (
  name: string,
  displayName: string,
  model: Partial<NonNullable<InferenceService['spec']['predictor']['model']>> = {},
): InferenceService => {
  const served = assembleInferenceService(choicesWith({ name, displayName }));
  const { predictor } = served.spec;
  return {
    ...served,
    spec: { predictor: { ...predictor, model: { ...predictor.model, ...model } } },
  } as InferenceService;
};

describe('the users of a volume', () => {
  it('are the deployments whose runtimes mount it, by what people call them', () => {
    const runtimes = [runtime('a', 'models'), runtime('b', 'others'), runtimeWith()];
    const services = [service('a', 'Model A'), service('b', 'Model B')];
    expect(usersOfVolume('models', { runtimes, services })).toEqual(['Model A']);
  });

  it('are also the deployments that name it themselves, each once', () => {
    const services = [service('a', 'Model A', { storageUri: 'pvc://models/llama' })];
    expect(usersOfVolume('models', { services })).toEqual(['Model A']);
    const runtimes = [runtime('a', 'models')];
    expect(usersOfVolume('models', { runtimes, services })).toEqual(['Model A']);
    expect(usersOfVolume('models', { services: [service('a', 'Model A')] })).toEqual([]);
  });

  it('are all deployments of a runtime that mounts it', () => {
    const runtimes = [runtime('shared', 'models')];
    const services = ['a', 'b'].map((name) =>
      service(name, `Model ${name}`, { runtime: 'shared' }),
    );
    expect(usersOfVolume('models', { runtimes, services })).toEqual(['Model a', 'Model b']);
  });

  it('are but for the deployment itself', () => {
    const runtimes = [runtime('me', 'models'), runtime('left', 'models')];
    expect(usersOfVolume('models', { runtimes, services: [service('me', 'I')] }, 'me')).toEqual([
      'left',
    ]);
    expect(usersOfVolume('models', { runtimes: [runtime('me', 'models')] }, 'me')).toEqual([]);
  });

  it('go by their resource names where they have no other: a runtime that serves none', () => {
    const { metadata, ...served } = service('a', 'Model A', { storageUri: 'pvc://models' });
    const services = [{ ...served, metadata: { name: metadata.name } }];
    const runtimes = [runtime('alone', 'models')];
    expect(usersOfVolume('models', { runtimes, services })).toEqual(['a', 'alone']);
  });
});
