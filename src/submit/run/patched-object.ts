import { isRecord } from '../../bundle/is-record.ts';
import { type JsonPatch, type PatchOperation, pointerTo } from '../../cluster/json-patch.ts';
import type { ObjectMeta, OwnerReference } from '../../cluster/kubernetes.ts';

/** What is looked at of an object that a patch was for. */
interface PatchedObject {
  metadata: ObjectMeta;
  spec?: unknown;
}

const OURS = 'nim-wizard.opendatahub.io/';

/**
 * Whether an object is as a patch of ours leaves it: for an answer that was lost, and for Secrets of which
 * nobody here sees more than the metadata. Looked at are annotations, of whole maps our own, also those on a
 * deployment's pods, labels that are taken off, and owners that are set.
 */
export const isAsLeftBy = (patch: JsonPatch, object: PatchedObject): boolean =>
  patch.every((operation) => isDone(operation, object));

const isDone = (operation: PatchOperation, object: PatchedObject): boolean => {
  const { op, path } = operation;
  const there = memberAt(object, path);
  if (path === OWNERS) {
    return ownersOf(there) === ownersOf(valueOf(operation));
  }
  if (path === ANNOTATIONS || (op === 'add' && LOOKED_AT.test(path))) {
    return ours(there) === ours(valueOf(operation));
  }
  return op !== 'remove' || there === undefined;
};

const memberAt = (object: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value, name) => (isRecord(value) ? value[name] : undefined), object);

const ANNOTATIONS = pointerTo('metadata', 'annotations');
const OWNERS = pointerTo('metadata', 'ownerReferences');

const LOOKED_AT = /^\/(metadata\/annotations|spec)\//;

const valueOf = (operation: PatchOperation): unknown =>
  'value' in operation ? operation.value : undefined;

/** One annotation, or all of a map that are ours. */
const ours = (value: unknown = {}): string =>
  JSON.stringify(
    isRecord(value)
      ? Object.entries(value)
          .filter(([name]) => name.startsWith(OURS))
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
      : value,
  );

const ownersOf = (value: unknown): string =>
  JSON.stringify(((value ?? []) as OwnerReference[]).map(({ uid }) => uid).toSorted());
