import type { WriteOptions } from '../../cluster/cluster-client.ts';
import type {
  ClusterError,
  ClusterErrorKind,
  ClusterOutcome,
} from '../../cluster/cluster-error.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';
import { isOfSameSubmission, SUBMISSION_LABEL } from '../plan/submission-label.ts';
import { isAsLeftBy } from './patched-object.ts';
import { isLost, type Patience, type PatientCluster, tryAgain } from './patience.ts';
import { isAsReplaced } from './replaced-object.ts';

/** What a step asks of the cluster. */
export type Change =
  | { kind: 'create'; object: KubernetesObject }
  /** Of the very version `before`. */
  | { kind: 'patch'; object: KubernetesObject; patch: JsonPatch; before: ObjectMeta }
  /** As a whole, and of the very version that the object has: that of `before`. */
  | { kind: 'replace'; object: KubernetesObject; before: KubernetesObject };

/** What the cluster has of a change: it is done, or not, or the object is not what it was meant for. */
export type Sight =
  | { status: 'done'; object: KubernetesObject }
  | { status: 'not-done' }
  /** `rival`: the submission that has created it. */
  | { status: 'other'; error: ClusterError; rival?: string | undefined }
  | { status: 'unknown'; error: ClusterError };

export type WriteOutcome =
  | { status: 'ok'; value: KubernetesObject }
  /** `isDoubtful`: it may have been done all the same, or may yet be. */
  | {
      status: 'failed';
      error: ClusterError;
      isDoubtful: boolean;
      /** The name was taken, and is free again or soon to be. */
      isPassing?: boolean;
    };

/** Sends a change to the cluster. */
export const send = (
  change: Change,
  cluster: PatientCluster,
  options: WriteOptions = {},
): Promise<ClusterOutcome<KubernetesObject>> => {
  const { object } = change;
  switch (change.kind) {
    case 'create':
      return cluster.create(object, options);
    case 'replace':
      return cluster.replace(object, options);
    case 'patch': {
      const { resourceVersion } = change.before;
      return cluster.patch(object, change.patch, { ...options, resourceVersion });
    }
  }
};

/**
 * Makes a change; tries again where a name was taken that is free by now. Of two submissions that both want
 * a name, each may have what the other one needs, and both would give up: so the one with the smaller id
 * waits a while for the other to do so.
 */
export const write = (
  change: Change,
  cluster: PatientCluster,
  patience: Patience,
): Promise<WriteOutcome> =>
  tryAgain(
    () => writeOnce(change, cluster, patience),
    (outcome) => outcome.status === 'ok' || outcome.isPassing !== true,
    patience,
  );

/**
 * Makes a change, once. An answer that was lost is no failure yet, and "exists already" may be about what an
 * earlier try of some proxy has made: then the cluster is asked what it has.
 */
const writeOnce = async (
  change: Change,
  cluster: PatientCluster,
  patience: Patience,
): Promise<WriteOutcome> => {
  const outcome = await send(change, cluster);
  if (outcome.status === 'ok') {
    return outcome;
  }
  const { error } = outcome;
  if (!mayBeDone(change, error)) {
    return { status: 'failed', error, isDoubtful: false };
  }
  const sight = await tryAgain(
    () => look(change, cluster),
    ({ status }) =>
      status === 'done' || status === 'other' || (status === 'not-done' && !isLost(error)),
    patience,
  );
  return judge(change, error, sight);
};

const givesWay = (rival: string | undefined, { object }: Change): boolean =>
  rival !== undefined && rival > (object.metadata.labels?.[SUBMISSION_LABEL] ?? rival);

/**
 * A name that is taken tells nothing of a key without a deployment, which is known by its own id alone;
 * and a conflict about a whole object is what it says.
 */
const mayBeDone = ({ kind, object }: Change, error: ClusterError): boolean =>
  isLost(error) ||
  (error.code ?? 0) >= 500 ||
  (isTaken(error) &&
    kind !== 'replace' &&
    (kind === 'patch' || object.metadata.labels?.[SUBMISSION_LABEL] !== undefined));

const isTaken = ({ kind }: ClusterError): boolean =>
  kind === 'alreadyExists' || kind === 'conflict';

const judge = (change: Change, error: ClusterError, sight: Sight): WriteOutcome => {
  switch (sight.status) {
    case 'done':
      return { status: 'ok', value: sight.object };
    case 'other':
      return {
        status: 'failed',
        error: isTaken(error) ? error : sight.error,
        isDoubtful: false,
        isPassing: givesWay(sight.rival, change),
      };
    case 'not-done':
      return {
        status: 'failed',
        error,
        isDoubtful: isLost(error),
        isPassing: change.kind === 'create' && isTaken(error),
      };
    case 'unknown':
      return { status: 'failed', error, isDoubtful: !isTaken(error) };
  }
};

/** Looks whether a change has been made. */
export const look = async (change: Change, cluster: PatientCluster): Promise<Sight> => {
  const there = await cluster.get(change.object);
  if (there.status === 'ok') {
    return sightOf(change, there.value);
  }
  const { error } = there;
  if (error.kind !== 'notFound') {
    return { status: 'unknown', error };
  }
  return change.kind === 'create' ? { status: 'not-done' } : { status: 'other', error };
};

const sightOf = (change: Change, there: KubernetesObject): Sight => {
  switch (change.kind) {
    case 'create':
      return createSight(change, there);
    case 'patch':
      return patchSight(change, there);
    case 'replace':
      return replaceSight(change, there);
  }
};

const createSight = (
  { object }: Extract<Change, { kind: 'create' }>,
  there: KubernetesObject,
): Sight =>
  isOfSameSubmission(object.metadata, there.metadata)
    ? { status: 'done', object: there }
    : {
        status: 'other',
        error: errorFor('alreadyExists', 'somebody else has created it'),
        rival: there.metadata.labels?.[SUBMISSION_LABEL],
      };

const patchSight = (
  { patch, before }: Extract<Change, { kind: 'patch' }>,
  there: KubernetesObject,
): Sight => {
  if (there.metadata.resourceVersion === before.resourceVersion) {
    return { status: 'not-done' };
  }
  return isAsLeftBy(patch, there)
    ? { status: 'done', object: there }
    : { status: 'other', error: errorFor('conflict', 'somebody else has changed it') };
};

const replaceSight = (
  { object, before }: Extract<Change, { kind: 'replace' }>,
  there: KubernetesObject,
): Sight => {
  if (isAsReplaced({ before, sent: object }, there)) {
    return { status: 'done', object: there };
  }
  return there.metadata.resourceVersion === before.metadata.resourceVersion
    ? { status: 'not-done' }
    : { status: 'other', error: errorFor('conflict', 'somebody else has changed it') };
};

const errorFor = (kind: ClusterErrorKind, message: string): ClusterError => ({
  kind,
  message,
  thrown: new Error(message),
});
