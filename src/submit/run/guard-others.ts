import type { ClusterError, ClusterOutcome } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { objectId } from '../plan/object-id.ts';
import { SUBMISSION_LABEL, unmark } from '../plan/submission-label.ts';
import { usedBy } from '../used-by.ts';
import { isPassing, tryAgain } from './patience.ts';
import type { Attempting, Removing } from './sure-write.ts';

/** Why an object that a submission has created is not removed: others use it, or nobody can say. */
export type Guard =
  | { status: 'kept'; users: KubernetesObject[] }
  | { status: 'left'; error: ClusterError; why: 'refused' };

/**
 * Looks, before volumes and Secrets are removed, which of them others have begun to use, and gives those up:
 * without its mark nobody takes one for left over. Nothing is asked where nobody else can use any.
 *
 * @param objects created by one submission, in one project
 * @returns what stands against the removal of an object; nothing for one that may be removed
 */
export const guardOthers = async (
  objects: readonly KubernetesObject[],
  { owners, ...attempting }: Removing,
): Promise<Map<KubernetesObject, Guard>> => {
  const inQuestion = objects.filter(mayBeUsed);
  const [first] = inQuestion;
  if (!first) {
    return new Map();
  }
  const users = await lookForUsers(first.metadata.namespace, attempting);
  if (users.status === 'failed') {
    const guard = unseen(users.error);
    return new Map(inQuestion.map((object) => [object, guard]));
  }
  const kept = inQuestion
    .map((object) => ({ object, users: othersUsing(object, users.value, owners) }))
    .filter((one) => one.users.length > 0);
  await Promise.all(kept.map(({ object }) => giveUp(object, attempting)));
  return new Map(kept.map((one) => [one.object, { status: 'kept', users: one.users }]));
};

const unseen = (error: ClusterError): Guard => ({
  status: 'left',
  error: { ...error, message: `whether others use it cannot be seen: ${error.message}` },
  why: 'refused',
});

const giveUp = async (object: KubernetesObject, { cluster }: Attempting): Promise<void> => {
  const patch = unmark(object.metadata);
  if (patch.length > 0) {
    await cluster.patch(object, patch);
  }
};

/** A serving runtime or InferenceService, as far as it tells whom it belongs to and what it uses. */
interface User {
  object: KubernetesObject;
  /** Each as `<kind>/<name>`. */
  uses: string[];
}

/** A list says of its objects neither kind nor version. */
const KINDS = [
  { apiVersion: 'serving.kserve.io/v1alpha1', kind: 'ServingRuntime' },
  { apiVersion: 'serving.kserve.io/v1beta1', kind: 'InferenceService' },
];

/** Whether others may have begun to use an object: a volume or a Secret that nothing owns. */
const mayBeUsed = ({ kind, metadata }: KubernetesObject): boolean =>
  (kind === 'Secret' || kind === 'PersistentVolumeClaim') && metadata.ownerReferences === undefined;

/** Everything in a project that may use its volumes and Secrets. */
const lookForUsers = async (
  namespace: string | undefined,
  { cluster, patience }: Attempting,
): Promise<ClusterOutcome<User[]>> => {
  const lists = await Promise.all(
    KINDS.map((kind) =>
      tryAgain(
        () => cluster.list<KubernetesObject>({ ...kind, namespace }),
        (outcome) => outcome.status === 'ok' || !isPassing(outcome.error),
        patience,
      ),
    ),
  );
  const value = lists.flatMap((outcome, index) =>
    outcome.status === 'ok'
      ? outcome.value.map((object) => ({
          object: { ...object, ...KINDS[index] },
          uses: usedBy(object),
        }))
      : [],
  );
  return lists.find((outcome) => outcome.status === 'failed') ?? { status: 'ok', value };
};

/**
 * Who else uses an object.
 *
 * @param owners the uids of what this submission has created, which is none of the others
 */
const othersUsing = (
  used: KubernetesObject,
  users: readonly User[],
  owners: readonly string[],
): KubernetesObject[] => {
  const submission = used.metadata.labels?.[SUBMISSION_LABEL];
  return users
    .filter(({ uses }) => uses.includes(objectId(used)))
    .map(({ object }) => object)
    .filter(({ metadata: { uid = '', labels } }) => {
      const isSameSubmission =
        submission !== undefined && labels?.[SUBMISSION_LABEL] === submission;
      return !owners.includes(uid) && !isSameSubmission;
    });
};
