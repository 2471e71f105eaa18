import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith, runtimeWith } from '../../bundle/deployment.factory.ts';
import type { ServingRuntime } from '../../cluster/kubernetes.ts';
import { labelOf, proposedChoice, type VolumeChoice, volumeChoices } from './volume-choices.ts';
import type { VolumeOption } from './volumes-query.ts';

const option = (name: string, given: Partial<VolumeOption> = {}): VolumeOption => ({
  name,
  size: '100Gi',
  accessModes: ['ReadWriteOnce'],
  isBeingDeleted: false,
  project: 'nim-demo',
  subPath: '',
  isNimCache: false,
  ...given,
});

const nimCache = { isNimCache: true, subPath: 'llama' };

const mounting = (name: string, claimName: string): ServingRuntime => ({
  ...runtimeWith({ volumes: [{ name: 'cache', persistentVolumeClaim: { claimName } }] }),
  metadata: { name, namespace: 'nim-demo' },
});

const volumes = [
  option('read-only', { ...nimCache, accessModes: ['ReadOnlyMany'] }),
  option('used-data'),
  option('used-cache', nimCache),
  option('data'),
  option('cache', nimCache),
];
const runtimes = [
  mounting('a', 'used-data'),
  mounting('a', 'used-cache'),
  mounting('b', 'used-cache'),
];
const services = [assembleInferenceService(choicesWith({ name: 'a', displayName: 'Model A' }))];
const deployed = { runtimes, services };

const choicesOf = (given: VolumeOption[], deployments?: typeof deployed): VolumeChoice[] =>
  volumeChoices({ volumes: given, classes: [] }, deployments);

const namesOf = (choices: readonly { name: string }[]): string[] => choices.map(({ name }) => name);

describe('the volumes that can be reused', () => {
  it('begin with the NIM caches that nobody uses, and end with what cannot be used', () => {
    expect(namesOf(choicesOf(volumes, deployed))).toEqual([
      'cache',
      'data',
      'used-cache',
      'used-data',
      'read-only',
    ]);
  });

  it('say who uses them', () => {
    expect(choicesOf(volumes, deployed).map(labelOf)).toEqual([
      'cache (100 GiB, NIM cache, not used by any deployment)',
      'data (100 GiB, not used by any deployment)',
      'used-cache (100 GiB, NIM cache, used by Model A and b)',
      'used-data (100 GiB, used by Model A)',
      'read-only (100 GiB, NIM cache, cannot be used)',
    ]);
  });

  it('come before one that is not there yet, which says so', () => {
    const pending = option('pending', { ...nimCache, phase: 'Pending' });
    expect(choicesOf([pending, option('data')], deployed).map(labelOf)).toEqual([
      'data (100 GiB, not used by any deployment)',
      'pending (100 GiB, NIM cache, not used by any deployment, not there yet)',
    ]);
  });

  it('say nothing of users that are not known', () => {
    const [first] = choicesOf(volumes);
    expect(first && labelOf(first)).toBe('used-cache (100 GiB, NIM cache)');
  });
});

describe('the volume that is proposed', () => {
  it('is one that nobody uses, with its folder', () => {
    expect(proposedChoice(choicesOf(volumes, deployed))).toEqual({
      kind: 'existing',
      name: 'cache',
      subPath: 'llama',
    });
  });

  it.each<[string, Partial<VolumeOption>]>([
    ['is in use', { name: 'used-cache' }],
    ['can only be read', { accessModes: ['ReadOnlyMany'] }],
    ['is a block device', { volumeMode: 'Block' }],
    ['is being deleted', { isBeingDeleted: true }],
    ['is lost', { phase: 'Lost' }],
  ])('is none that %s', (_why, given) => {
    const choices = choicesOf([option('some', { ...nimCache, ...given })], deployed);
    expect(proposedChoice(choices)).toBeUndefined();
  });

  it('is none where nobody knows who uses them: it may be in use', () => {
    expect(proposedChoice(choicesOf(volumes))).toBeUndefined();
  });
});
