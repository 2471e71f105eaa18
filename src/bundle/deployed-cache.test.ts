import { array, assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Container, ServingRuntime, Volume } from '../cluster/kubernetes.ts';
import { extractCache } from './deployed-cache.ts';
import {
  deploymentWith,
  newVolume,
  runtimeWith,
  servingContainerWith,
} from './deployment.factory.ts';
import { withModel, withPredictor } from './service-field.ts';
import { applyStorage } from './storage-on-deployment.ts';

const claim = (name: string, claimName: string): Volume => ({
  name,
  persistentVolumeClaim: { claimName },
});

const caching = (container: Partial<Container>, ...volumes: Volume[]): ServingRuntime =>
  runtimeWith({ containers: [servingContainerWith(container)], volumes });

const mounted = (mountPath: string, name = 'v') => ({ volumeMounts: [{ name, mountPath }] });

describe('where a deployment keeps its model', () => {
  it('is where it was written, whatever the claim and the folder are called', () => {
    const claimName = stringMatching(/^[a-z0-9]{1,8}([.-][a-z0-9]{1,8}){0,3}$/);
    const folders = array(stringMatching(/^[A-Za-z0-9._-]{1,8}$/), { maxLength: 3 });
    assert(
      property(claimName, folders, (name, path) => {
        const choice = { kind: 'existing', name, subPath: path.join('/') } as const;
        expect(extractCache(applyStorage(deploymentWith(), choice))).toEqual(choice);
      }),
    );
  });

  it('is, of a new volume, one that exists by now', () => {
    expect(extractCache(applyStorage(deploymentWith(), newVolume({ subPath: 'a' })))).toEqual({
      kind: 'existing',
      name: 'nim-my-model',
      subPath: 'a',
    });
  });

  it('is found whatever the volume is called in the pod', () => {
    const server = caching(mounted('/mnt/models/cache', 'nim-pvc-7f3'), claim('nim-pvc-7f3', 'c'));
    expect(extractCache(deploymentWith(server))).toHaveProperty('name', 'c');
  });

  it('is where the container was told to keep it', () => {
    const env = [{ name: 'NIM_CACHE_PATH', value: '/opt/nim/.cache' }];
    const volumeMounts = [
      { name: 'other', mountPath: '/mnt/models/cache' },
      { name: 'v', mountPath: '/opt/nim/.cache/' },
    ];
    const server = caching({ env, volumeMounts }, claim('v', 'c'), claim('other', 'o'));
    expect(extractCache(deploymentWith(server))).toHaveProperty('name', 'c');
  });

  it('is on a volume that is mounted above it, of several on the nearest', () => {
    const volumeMounts = [
      { name: 'far', mountPath: '/mnt' },
      { name: 'v', mountPath: '/mnt/models', subPath: 'team' },
      { name: 'beside', mountPath: '/mnt/mod' },
    ];
    const server = caching({ volumeMounts }, claim('far', 'f'), claim('v', 'c'));
    expect(extractCache(deploymentWith(server))).toEqual({
      kind: 'existing',
      name: 'c',
      subPath: 'team',
    });
  });

  it('is found on the InferenceService, where others put it', () => {
    const { model, server } = deploymentWith(runtimeWith());
    const placed = withPredictor(withModel(model, mounted('/mnt/models/cache')), {
      volumes: [claim('v', 'c')],
    });
    expect(extractCache({ model: placed, server })).toHaveProperty('name', 'c');
  });

  it.each([
    ['in the container', {}, { kind: 'elsewhere' }],
    [
      'on a volume that is no claim',
      mounted('/mnt/models/cache'),
      { kind: 'elsewhere', source: 'emptyDir' },
    ],
  ])('can be %s', (_where, container, cache) => {
    const server = caching(container, { name: 'v', emptyDir: {} });
    expect(extractCache(deploymentWith(server))).toEqual(cache);
  });

  it('is not known without a runtime', () => {
    expect(extractCache({ model: deploymentWith().model })).toBeUndefined();
  });
});
