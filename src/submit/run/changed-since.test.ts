import { describe, expect, it } from 'vitest';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';
import { isChangedSince } from './changed-since.ts';

const volume = (
  metadata: Partial<ObjectMeta> = {},
  content: object = { spec: { accessModes: ['ReadWriteOnce'], resources: { a: '1' } } },
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'models', labels: { a: '1' }, annotations: { b: '2' }, ...metadata },
  ...content,
});

const secret = (metadata: Partial<ObjectMeta> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'nim-api-key', ...metadata },
});

const at = (generation: number, spec: object): KubernetesObject => volume({ generation }, { spec });

const ownedBy = (uid: string): Partial<ObjectMeta> => ({
  ownerReferences: [{ apiVersion: 'v1', kind: 'Some', name: 'some', uid }],
});

const controllers = [
  volume({ resourceVersion: '2' }),
  volume({ annotations: { b: '2', 'pv.kubernetes.io/bind-completed': 'yes' } }),
  volume({ annotations: { b: '2', 'serving.kserve.io/deploymentMode': 'RawDeployment' } }),
  volume({ annotations: { b: '2', 'openshift.io/internal-registry-pull-secret-ref': 'x' } }),
  volume(
    {},
    {
      spec: { accessModes: ['ReadWriteOnce'], resources: { a: '1' }, volumeName: 'pv' },
      status: { phase: 'Bound' },
    },
  ),
];

const people: KubernetesObject[] = [
  volume({ labels: {} }),
  volume({ labels: { a: '1', keep: 'me' } }),
  volume({ annotations: {} }),
  volume({ annotations: { b: '3' } }),
  volume({ annotations: { b: '2', note: 'mine' } }),
  volume({ annotations: { b: '2', 'not-kubernetes.io/note': 'mine' } }),
  volume(ownedBy('theirs')),
  volume({}, { spec: { accessModes: ['ReadWriteOnce'], resources: { a: '2' } } }),
  volume({}, { spec: { accessModes: ['ReadWriteOnce', 'ReadWriteMany'], resources: { a: '1' } } }),
  volume({}, {}),
];

describe('whether somebody has changed an object', () => {
  it.each(controllers)('is not told by what controllers write: %#', (now) => {
    expect(isChangedSince(volume(), now, [])).toBe(false);
  });

  it.each(people)('is told by what people write: %#', (now) => {
    expect(isChangedSince(volume(), now, [])).toBe(true);
  });

  it('is told by the generation where there is one', () => {
    expect(isChangedSince(at(1, { a: 1 }), at(1, { a: 1, b: 2 }), [])).toBe(false);
    expect(isChangedSince(at(1, { a: 1 }), at(2, { a: 1, b: 2 }), [])).toBe(true);
  });

  it('is assumed of a Secret in another version, since nobody here sees what it holds', () => {
    expect(isChangedSince(secret(), secret(), [])).toBe(true);
  });

  it('is not assumed of a Secret that got an owner of this submission', () => {
    expect(isChangedSince(secret(), secret(ownedBy('ours')), ['ours'])).toBe(false);
    expect(isChangedSince(secret(), secret(ownedBy('theirs')), ['ours'])).toBe(true);
  });

  it('is not assumed of a token, into which a controller writes', () => {
    const annotations = { 'kubernetes.io/service-account.name': 'my-sa' };
    const filled = { ...annotations, 'kubernetes.io/service-account.uid': 'some' };
    expect(isChangedSince(secret({ annotations }), secret({ annotations: filled }), [])).toBe(
      false,
    );
  });
});
