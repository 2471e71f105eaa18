import { describe, expect, it } from 'vitest';
import type { PersistentVolumeClaim, StorageClass } from '../../cluster/kubernetes.ts';
import {
  type CacheVolume,
  cacheVolumeOf,
  type VolumeClass,
  volumeClassOf,
} from './cache-volume.ts';
import type { Problem } from './problem.ts';
import { checkExistingVolume, checkNewVolume, checkReplicas, checkSize } from './volume.ts';

const claimWith = (spec: Partial<PersistentVolumeClaim['spec']> = {}): PersistentVolumeClaim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'models', namespace: 'nim-demo' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'standard',
    resources: { requests: { storage: '100Gi' } },
    ...spec,
  },
});

const volumeWith = (given: Partial<CacheVolume> = {}): CacheVolume => ({
  ...cacheVolumeOf(claimWith()),
  ...given,
});

const titles = (problems: { severity: string; title: string }[]): string[] =>
  problems.map(({ severity, title }) => `${severity}: ${title}`);

const check = (given: Partial<CacheVolume>, users: string[] = [], replicas = 1): string[] =>
  titles(checkExistingVolume(volumeWith(given), { users, replicas }));

const classOf = (given: Partial<VolumeClass>): VolumeClass => ({
  name: 'standard',
  isProvisioned: true,
  waitsForPod: false,
  ...given,
});

const pending = (...classes: VolumeClass[]): Problem[] =>
  checkExistingVolume(volumeWith({ phase: 'Pending' }), { users: [], classes });

describe('an existing volume', () => {
  it.each(['ReadWriteOnce', 'ReadWriteMany', 'ReadWriteOncePod'])('may be %s', (mode) => {
    expect(check({ accessModes: [mode], phase: 'Bound' })).toEqual([]);
  });

  it.each<[string, Partial<CacheVolume>]>([
    ['is being deleted', { isBeingDeleted: true }],
    ['is lost', { phase: 'Lost' }],
    ['is a block device', { volumeMode: 'Block' }],
    ['can only be read', { accessModes: ['ReadOnlyMany'] }],
  ])('cannot be used when it %s', (_why, given) => {
    expect(check(given)).toEqual(['stops: The volume "models" cannot be used']);
  });

  it('that waits for its first pod is fit', () => {
    expect(pending(classOf({ waitsForPod: true }))).toEqual([]);
  });

  it.each([
    ['is made at once, and is not there', [classOf({})], 'makes volumes at once'],
    ['is made by nobody', [classOf({ isProvisioned: false, waitsForPod: true })], 'by itself'],
    ['has a class that is gone', [], 'is no longer in the cluster'],
  ])('is warned about when it %s', (_why, classes, why) => {
    const [problem] = checkExistingVolume(volumeWith({ phase: 'Pending' }), { users: [], classes });
    expect(problem).toMatchObject({
      severity: 'warns',
      title: 'The volume "models" is not there yet',
      body: expect.stringContaining(why),
    });
  });

  it('without a class waits for an administrator', () => {
    const volume = volumeWith({ phase: 'Pending', storageClass: undefined });
    const [problem] = checkExistingVolume(volume, { users: [], classes: [] });
    expect(problem?.body).toContain('It has no storage class, so an administrator has to');
  });

  it('that is there needs its class no more', () => {
    const bound = volumeWith({ phase: 'Bound' });
    expect(checkExistingVolume(bound, { users: [], classes: [] })).toEqual([]);
  });

  it('is not judged by classes that nobody could see', () => {
    expect(check({ phase: 'Pending' })).toEqual([]);
  });

  it("that is smaller than the model's image is warned about", () => {
    const problems = checkExistingVolume(volumeWith({ size: '30Gi' }), {
      users: [],
      needs: { imageBytes: 40e9 },
    });
    expect(problems).toMatchObject([
      {
        severity: 'warns',
        title: "The volume is smaller than the model's image",
        body: expect.stringContaining('It has 30 GiB; the image alone takes 40 GB'),
      },
    ]);
  });

  it('that others use is warned about, and stops where it is for one pod', () => {
    const title = 'The volume "models" is used by "a" and "b"';
    expect(check({}, ['a', 'b'])).toEqual([`warns: ${title}`]);
    expect(check({ accessModes: ['ReadWriteMany'] }, ['a', 'b'])).toEqual([`warns: ${title}`]);
    expect(check({ accessModes: ['ReadWriteOncePod'] }, ['a', 'b'])).toEqual([`stops: ${title}`]);
  });

  it('that is small is warned about', () => {
    expect(check({ size: '29Gi' })).toEqual(['warns: The volume may be too small']);
    expect(check({ size: '30Gi' })).toEqual([]);
  });

  it('is known by its claim, also when that is being deleted', () => {
    const { metadata, ...claim } = claimWith({ volumeMode: 'Block' });
    const deleted = { ...metadata, deletionTimestamp: '2026-08-22T12:00:00Z' };
    expect(cacheVolumeOf({ ...claim, metadata: deleted })).toMatchObject({
      isBeingDeleted: true,
      volumeMode: 'Block',
    });
  });
});

describe('several replicas', () => {
  it.each([
    ['ReadWriteMany', []],
    ['ReadWriteOnce', ['warns: 2 replicas share one volume']],
    ['ReadWriteOncePod', ['stops: 2 replicas share one volume']],
  ])('on a volume that is %s', (mode, problems) => {
    expect(titles(checkReplicas({ accessModes: [mode] }, 2))).toEqual(problems);
    expect(checkReplicas({ accessModes: [mode] }, 1)).toEqual([]);
  });
});

describe('the size of a volume', () => {
  it("is compared with the image's, where the catalog knows it", () => {
    expect(titles(checkSize({ size: '30Gi' }, { imageBytes: 40e9 }))).toEqual([
      "warns: The volume is smaller than the model's image",
    ]);
    expect(checkSize({ size: '50Gi' }, { imageBytes: 40e9 })).toEqual([]);
  });

  it("is compared with what the model's parameters take, where its name says how many", () => {
    expect(checkSize({ size: '100Gi' }, { parameters: 70e9 })).toEqual([
      expect.objectContaining({
        severity: 'warns',
        title: 'The volume may be too small',
        body: "It has 100 GiB; the model's 70 billion parameters take 140 GB at the usual 16 bits each. If it is too small, the deployment fails at its first start.",
      }),
    ]);
    expect(checkSize({ size: '140Gi' }, { parameters: 70e9 })).toEqual([]);
  });
});

const storageClass = (name: string, provisioner: string): StorageClass => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner,
});
const checkNew = (given: Parameters<typeof checkNewVolume>[1]): string[] =>
  titles(checkNewVolume(claimWith(), given));

describe('a storage class', () => {
  it.each([
    ['WaitForFirstConsumer', true],
    ['Immediate', false],
    [undefined, false],
  ])('with the binding mode %s', (mode, waitsForPod) => {
    const bound = mode === undefined ? {} : { volumeBindingMode: mode };
    expect(volumeClassOf({ ...storageClass('standard', 'a'), ...bound })).toEqual(
      classOf({ waitsForPod }),
    );
  });
});

describe('a new volume', () => {
  it('is fit under a new name, with a class that exists', () => {
    expect(checkNew({ claims: [], classes: [storageClass('standard', 'a')] })).toEqual([]);
  });

  it('cannot have the name of another', () => {
    expect(checkNew({ claims: [claimWith()] })).toEqual([
      'stops: The volume "models" exists already',
    ]);
  });

  it('cannot be made without its class', () => {
    expect(checkNew({ classes: [storageClass('fast', 'a')] })).toEqual([
      'stops: There is no storage class "standard"',
    ]);
  });

  it('is warned about where nobody makes it', () => {
    expect(
      checkNew({ classes: [storageClass('standard', 'kubernetes.io/no-provisioner')] }),
    ).toEqual(['warns: The storage class "standard" makes no volumes by itself']);
  });

  it('is not judged by what could not be seen', () => {
    expect(checkNew({})).toEqual([]);
  });
});
