import { describe, expect, it } from 'vitest';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import { RESTARTED_ANNOTATION, restartPatch } from '../../bundle/restart-patch.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { InferenceService, ObjectMeta } from '../../cluster/kubernetes.ts';
import { writesOver } from '../bundle.factory.ts';
import { marked, unmark } from '../plan/submission-label.ts';
import { memoryCluster } from './memory-cluster.factory.ts';
import { isAsLeftBy } from './patched-object.ts';

const before = storedPair(recordWith({ id: 'before' })).apiKey;
const replacement = writesOver({ apiKey: before })[0]?.replacement;

const isLeft = (patch: JsonPatch, metadata: ObjectMeta): boolean => isAsLeftBy(patch, { metadata });

const patched = async (metadata: ObjectMeta, patch: JsonPatch = []): Promise<ObjectMeta> => {
  const object = { apiVersion: 'v1', kind: 'Secret', metadata };
  const { client } = memoryCluster({ objects: [object] });
  const outcome = await client.patch(object, patch);
  return outcome.status === 'ok' ? outcome.value.metadata : metadata;
};

const service = (annotations?: Record<string, string>): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'chat' },
  spec: { predictor: annotations ? { annotations } : {} },
});

const named = (name: string): ObjectMeta => ({
  name: 'a',
  annotations: { 'openshift.io/display-name': name },
});

describe('whether a patch has been done', () => {
  it.each(['apply', 'undo', 'tidy'] as const)('is seen by the metadata: %s', async (name) => {
    const applied = await patched(before, replacement?.apply);
    const [start, patch] = [name === 'apply' ? before : applied, replacement?.[name] ?? []];
    expect(isLeft(patch, start)).toBe(false);
    expect(isLeft(patch, await patched(start, patch))).toBe(true);
  });

  it('is not seen by what others have written besides', async () => {
    const applied = await patched(before, replacement?.apply);
    const annotations = { ...applied.annotations, note: 'mine' };
    expect(isLeft(replacement?.apply ?? [], { ...applied, annotations })).toBe(true);
  });

  it('is seen by a label that is gone', () => {
    const labelled = marked({ apiVersion: 'v1', kind: 'Some', metadata: { name: 'a' } }, 'id');
    expect(isLeft(unmark(labelled.metadata), labelled.metadata)).toBe(false);
    expect(isLeft(unmark(labelled.metadata), { name: 'a' })).toBe(true);
  });

  it('is seen by the owner that was set', () => {
    const owner = { apiVersion: 'v1', kind: 'Some', name: 'some', uid: 'uid-1' };
    const patch: JsonPatch = [{ op: 'add', path: '/metadata/ownerReferences', value: [owner] }];
    expect(isLeft(patch, { name: 'a' })).toBe(false);
    expect(isLeft(patch, { name: 'a', ownerReferences: [owner] })).toBe(true);
  });

  it('is seen by one annotation that was set, whosever it is', () => {
    const path = '/metadata/annotations/openshift.io~1display-name';
    const patch: JsonPatch = [{ op: 'add', path, value: 'New name' }];
    expect(isLeft(patch, named('Old name'))).toBe(false);
    expect(isLeft(patch, named('New name'))).toBe(true);
  });

  it('is seen where the annotations were taken away as a whole', () => {
    const patch: JsonPatch = [{ op: 'remove', path: '/metadata/annotations' }];
    expect(isLeft(patch, before)).toBe(false);
    expect(isLeft(patch, { name: 'a' })).toBe(true);
  });

  it.each([
    ['none are there', undefined],
    ['others are there', { other: 'x' }],
  ])('is seen by an annotation on the pods of a deployment: %s', (_what, annotations) => {
    const patch = restartPatch(service(annotations), 'now');
    expect(isAsLeftBy(patch, service(annotations))).toBe(false);
    const earlier = { ...annotations, [RESTARTED_ANNOTATION]: 'before' };
    expect(isAsLeftBy(patch, service(earlier))).toBe(false);
    const after = { ...annotations, [RESTARTED_ANNOTATION]: 'now' };
    expect(isAsLeftBy(patch, service(after))).toBe(true);
  });
});
