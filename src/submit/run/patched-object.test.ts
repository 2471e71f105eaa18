import { describe, expect, it } from 'vitest';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { ObjectMeta } from '../../cluster/kubernetes.ts';
import { writesOver } from '../bundle.factory.ts';
import { marked, unmark } from '../plan/submission-label.ts';
import { memoryCluster } from './memory-cluster.factory.ts';
import { isAsLeftBy } from './patched-object.ts';

const before = storedPair(recordWith({ id: 'before' })).apiKey;
const replacement = writesOver({ apiKey: before })[0]?.replacement;

const patched = async (metadata: ObjectMeta, patch: JsonPatch = []): Promise<ObjectMeta> => {
  const object = { apiVersion: 'v1', kind: 'Secret', metadata };
  const { client } = memoryCluster({ objects: [object] });
  const outcome = await client.patch(object, patch);
  return outcome.status === 'ok' ? outcome.value.metadata : metadata;
};

describe('whether a patch has been done', () => {
  it.each(['apply', 'undo', 'tidy'] as const)('is seen by the metadata: %s', async (name) => {
    const applied = await patched(before, replacement?.apply);
    const [start, patch] = [name === 'apply' ? before : applied, replacement?.[name] ?? []];
    expect(isAsLeftBy(patch, start)).toBe(false);
    expect(isAsLeftBy(patch, await patched(start, patch))).toBe(true);
  });

  it('is not seen by what others have written besides', async () => {
    const applied = await patched(before, replacement?.apply);
    const annotations = { ...applied.annotations, note: 'mine' };
    expect(isAsLeftBy(replacement?.apply ?? [], { ...applied, annotations })).toBe(true);
  });

  it('is seen by a label that is gone', () => {
    const { metadata } = marked({ apiVersion: 'v1', kind: 'Some', metadata: { name: 'a' } }, 'id');
    expect(isAsLeftBy(unmark(metadata), metadata)).toBe(false);
    expect(isAsLeftBy(unmark(metadata), { name: 'a' })).toBe(true);
  });

  it('is seen by the owner that was set', () => {
    const owner = { apiVersion: 'v1', kind: 'Some', name: 'some', uid: 'uid-1' };
    const patch: JsonPatch = [{ op: 'add', path: '/metadata/ownerReferences', value: [owner] }];
    expect(isAsLeftBy(patch, { name: 'a' })).toBe(false);
    expect(isAsLeftBy(patch, { name: 'a', ownerReferences: [owner] })).toBe(true);
  });

  it('is seen where the annotations were taken away as a whole', () => {
    const patch: JsonPatch = [{ op: 'remove', path: '/metadata/annotations' }];
    expect(isAsLeftBy(patch, before)).toBe(false);
    expect(isAsLeftBy(patch, { name: 'a' })).toBe(true);
  });
});
