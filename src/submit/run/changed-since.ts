import { isRecord } from '../../bundle/is-record.ts';
import { isSame } from '../../bundle/is-same.ts';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';
import { UNFINISHED_LABEL } from '../plan/submission-label.ts';

/** The domains under which controllers of the cluster, and nobody else, write annotations. */
const CONTROLLERS =
  /(^|[./])(kubernetes\.io|k8s\.io|openshift\.io|kserve\.io|knative\.dev|istio\.io)\//;

/**
 * Whether somebody has changed an object since the cluster answered its creation. Controllers write to
 * it as well: its status, finalizers, annotations of theirs, the fields that nobody has set. What a
 * Secret holds cannot be seen, and no controller writes to one that is not a token's: another version
 * of it counts as a change, unless all it got is an owner that this submission has created.
 *
 * @param owners the uids of what this submission has created
 */
export const isChangedSince = (
  created: KubernetesObject,
  now: KubernetesObject,
  owners: readonly string[],
): boolean =>
  !isSame(labelsOf(created), labelsOf(now)) ||
  hasForeignAnnotations(created.metadata, now.metadata) ||
  hasForeignOwners(created.metadata, now.metadata, owners) ||
  hasOtherContent(created, now);

/** Whether the mark is off already, or still on, is the submission's own doing. */
const labelsOf = ({ metadata }: KubernetesObject): Record<string, string> => {
  const { [UNFINISHED_LABEL]: _mark, ...labels } = metadata.labels ?? {};
  return labels;
};

const hasForeignAnnotations = (created: ObjectMeta, now: ObjectMeta): boolean => {
  const before = created.annotations ?? {};
  const after = now.annotations ?? {};
  return (
    Object.entries(before).some(
      ([name, value]) => after[name] !== value && !CONTROLLERS.test(name),
    ) || Object.keys(after).some((name) => !(name in before) && !CONTROLLERS.test(name))
  );
};

const hasForeignOwners = (
  created: ObjectMeta,
  now: ObjectMeta,
  owners: readonly string[],
): boolean => {
  const known = [...owners, ...uidsOf(created)];
  return uidsOf(now).some((uid) => !known.includes(uid));
};

const uidsOf = ({ ownerReferences = [] }: ObjectMeta): string[] =>
  ownerReferences.map(({ uid }) => uid);

const hasOtherContent = (created: KubernetesObject, now: KubernetesObject): boolean => {
  if (created.kind === 'Secret' && !isToken(created)) {
    return uidsOf(created.metadata).length === uidsOf(now.metadata).length;
  }
  const { generation } = created.metadata;
  return generation === undefined
    ? !isWithin(contentOf(created), contentOf(now))
    : generation !== now.metadata.generation;
};

const isToken = ({ metadata }: KubernetesObject): boolean =>
  metadata.annotations?.['kubernetes.io/service-account.name'] !== undefined;

const contentOf = (object: KubernetesObject): object => {
  const { metadata: _metadata, status: _status, ...content } = { status: undefined, ...object };
  return content;
};

/** Whether all that is set in one is set to the same in the other. */
const isWithin = (one: unknown, other: unknown): boolean =>
  isRecord(one) && isRecord(other)
    ? Object.entries(one).every(([name, value]) => isWithin(value, other[name]))
    : isSame(one, other);
