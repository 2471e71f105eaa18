import { type JsonPatch, type PatchOperation, pointerTo } from '../../cluster/json-patch.ts';
import type { ObjectMeta, OwnerReference } from '../../cluster/kubernetes.ts';

const OURS = 'nim-wizard.opendatahub.io/';

/**
 * Whether an object's metadata is as a patch of ours leaves it: for an answer that was lost, and for
 * Secrets of which nobody here sees more. Looked at are our own annotations, labels that are taken off,
 * and owners that are set.
 */
export const isAsLeftBy = (patch: JsonPatch, metadata: ObjectMeta): boolean =>
  patch.every((operation) => isDone(operation, metadata));

const isDone = (operation: PatchOperation, metadata: ObjectMeta): boolean => {
  switch (operation.path) {
    case ANNOTATIONS:
      return ours(metadata.annotations) === ours(valueOf<Record<string, string>>(operation));
    case OWNERS:
      return ownersOf(metadata) === ownersOf({ ownerReferences: valueOf(operation) ?? [] });
    default:
      return operation.op !== 'remove' || !remaining(metadata).includes(operation.path);
  }
};

const ANNOTATIONS = pointerTo('metadata', 'annotations');
const OWNERS = pointerTo('metadata', 'ownerReferences');

/** What a patch sets; the patches are our own. */
const valueOf = <T>(operation: PatchOperation): T | undefined =>
  'value' in operation ? (operation.value as T | undefined) : undefined;

const ours = (annotations: Record<string, string> = {}): string =>
  JSON.stringify(
    Object.entries(annotations)
      .filter(([name]) => name.startsWith(OURS))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

const ownersOf = ({ ownerReferences = [] }: { ownerReferences?: OwnerReference[] }): string =>
  JSON.stringify(ownerReferences.map(({ uid }) => uid).toSorted());

const remaining = ({ annotations = {}, labels = {} }: ObjectMeta): string[] => [
  ...Object.keys(annotations).map((name) => pointerTo('metadata', 'annotations', name)),
  ...Object.keys(labels).map((name) => pointerTo('metadata', 'labels', name)),
];
