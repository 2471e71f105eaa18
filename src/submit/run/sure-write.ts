import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { isChangedSince } from './changed-since.ts';
import { isAsLeftBy } from './patched-object.ts';
import { isPassing, type Patience, type PatientCluster, tryAgain } from './patience.ts';

/**
 * Why an object is still as it was:
 * - `refused`: the cluster refused it, or did not answer
 * - `changed`: somebody has changed the object since, so it is not ours to touch
 */
export type LeftBecause = 'refused' | 'changed';

/** What became of a change that is tried until it is known how it ended, or patience is. */
export type Attempt =
  { status: 'done' } | { status: 'left'; error: ClusterError; why: LeftBecause };

/** What an attempt needs to know. */
export interface Attempting {
  cluster: PatientCluster;
  patience: Patience;
  /** The uids of what the same submission has created: they may own the object. */
  owners: readonly string[];
}

/**
 * Removes an object in the very version that is known, so that nothing which took its name since is
 * touched, and nothing that somebody has changed. A lost answer is no failure yet: it is looked whether
 * the object is there, and what may work the next time is tried again.
 */
export const removeSurely = (object: KubernetesObject, attempting: Attempting): Promise<Attempt> =>
  insist(() => removeOnce(object, attempting), attempting.patience);

/** Patches an object, likewise; one without a version in whichever it has. */
export const patchSurely = (
  object: KubernetesObject,
  patch: JsonPatch,
  attempting: Pick<Attempting, 'cluster' | 'patience'>,
): Promise<Attempt> => insist(() => patchOnce(object, patch, attempting), attempting.patience);

type Try =
  { status: 'done' } | { status: 'left'; error: ClusterError; why: LeftBecause; mayWork: boolean };

const insist = (attempt: () => Promise<Try>, patience: Patience): Promise<Attempt> =>
  tryAgain(attempt, (answer) => answer.status === 'done' || !answer.mayWork, patience);

const done: Try = { status: 'done' };

const removeOnce = async (
  object: KubernetesObject,
  attempting: Attempting,
  isSecond = false,
): Promise<Try> => {
  const { uid, resourceVersion } = object.metadata;
  const outcome = await attempting.cluster.remove(object, { uid, resourceVersion });
  if (outcome.status === 'ok' || outcome.error.kind === 'notFound') {
    return done;
  }
  const { error } = outcome;
  const isConflict = error.kind === 'conflict';
  if (!isConflict && !isPassing(error)) {
    return left(error);
  }
  const there = await attempting.cluster.get(object);
  if (there.status === 'failed') {
    return there.error.kind === 'notFound'
      ? done
      : { ...left(error, isConflict ? 'changed' : 'refused'), mayWork: isPassing(there.error) };
  }
  if (there.value.metadata.uid !== uid || there.value.metadata.deletionTimestamp !== undefined) {
    return done;
  }
  if (isConflict && isChangedSince(object, there.value, attempting.owners)) {
    return left(error, 'changed');
  }
  return isConflict && !isSecond
    ? removeOnce(there.value, attempting, true)
    : { ...left(error), mayWork: true };
};

const left = (
  error: ClusterError,
  why: LeftBecause = 'refused',
): Extract<Try, { status: 'left' }> => ({ status: 'left', error, why, mayWork: false });

const patchOnce = async (
  object: KubernetesObject,
  patch: JsonPatch,
  { cluster }: Pick<Attempting, 'cluster'>,
): Promise<Try> => {
  const { resourceVersion } = object.metadata;
  const outcome = await cluster.patch(object, patch, { resourceVersion });
  if (outcome.status === 'ok') {
    return done;
  }
  const { error } = outcome;
  const isGone = error.kind === 'conflict' || error.kind === 'notFound';
  // What a patch is about is gone, too, once it has been done: that makes it invalid.
  if (!isGone && error.kind !== 'invalid' && !isPassing(error)) {
    return left(error);
  }
  const there = await cluster.get(object);
  if (there.status === 'failed') {
    return { ...left(error, isGone ? 'changed' : 'refused'), mayWork: isPassing(there.error) };
  }
  if (isAsLeftBy(patch, there.value)) {
    return done;
  }
  return (resourceVersion ?? there.value.metadata.resourceVersion) ===
    there.value.metadata.resourceVersion
    ? { ...left(error), mayWork: error.kind !== 'invalid' }
    : left(error, 'changed');
};
