import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { inAnyVersion } from './any-version.ts';
import { isChangedSince } from './changed-since.ts';
import { isAsLeftBy } from './patched-object.ts';
import { isPassing, type Patience, type PatientCluster, tryAgain } from './patience.ts';
import { type Change, look, send } from './write-step.ts';

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
}

/** What an attempt to remove needs to know besides. */
export interface Removing extends Attempting {
  /** The uids of what the same submission has created: they may own the object. */
  owners: readonly string[];
}

/**
 * Removes an object in the very version that is known, so that nothing which took its name since is
 * touched, and nothing that somebody has changed. A lost answer is no failure yet: it is looked whether
 * the object is there, and what may work the next time is tried again.
 */
export const removeSurely = (object: KubernetesObject, removing: Removing): Promise<Attempt> =>
  insist(() => removeOnce(object, removing), removing.patience);

/** Patches an object, likewise; one without a version in whichever it has. */
export const patchSurely = (
  object: KubernetesObject,
  patch: JsonPatch,
  attempting: Attempting,
): Promise<Attempt> => insist(() => patchOnce(object, patch, attempting), attempting.patience);

/** Writes the object as it was over the version that this submission has given it, and over no other. */
export const putBackSurely = (
  now: KubernetesObject,
  was: KubernetesObject,
  attempting: Attempting,
): Promise<Attempt> => insist(() => replaceOnce(now, was, attempting), attempting.patience);

type Try =
  { status: 'done' } | { status: 'left'; error: ClusterError; why: LeftBecause; mayWork: boolean };

const insist = (attempt: () => Promise<Try>, patience: Patience): Promise<Attempt> =>
  tryAgain(attempt, (answer) => answer.status === 'done' || !answer.mayWork, patience);

const done: Try = { status: 'done' };

const removeOnce = async (
  object: KubernetesObject,
  removing: Removing,
  isSecond = false,
): Promise<Try> => {
  const { uid, resourceVersion } = object.metadata;
  const outcome = await removing.cluster.remove(object, { uid, resourceVersion });
  if (outcome.status === 'ok' || outcome.error.kind === 'notFound') {
    return done;
  }
  const { error } = outcome;
  const isConflict = error.kind === 'conflict';
  if (!isConflict && !isPassing(error)) {
    return left(error);
  }
  const there = await removing.cluster.get(object);
  if (there.status === 'failed') {
    return there.error.kind === 'notFound'
      ? done
      : { ...left(error, isConflict ? 'changed' : 'refused'), mayWork: isPassing(there.error) };
  }
  const isOther = uid !== undefined && there.value.metadata.uid !== uid;
  if (isOther || there.value.metadata.deletionTimestamp !== undefined) {
    return done;
  }
  if (isConflict && isChangedSince(object, there.value, removing.owners)) {
    return left(error, 'changed');
  }
  return isConflict && !isSecond
    ? removeOnce(there.value, removing, true)
    : { ...left(error), mayWork: true };
};

const left = (
  error: ClusterError,
  why: LeftBecause = 'refused',
): Extract<Try, { status: 'left' }> => ({ status: 'left', error, why, mayWork: false });

const patchOnce = async (
  object: KubernetesObject,
  patch: JsonPatch,
  { cluster }: Attempting,
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

const replaceOnce = async (
  now: KubernetesObject,
  was: KubernetesObject,
  { cluster }: Attempting,
): Promise<Try> => {
  const change: Change = { kind: 'replace', object: inVersionOf(was, now), before: now };
  const outcome = await send(change, cluster);
  if (outcome.status === 'ok') {
    return done;
  }
  const { error } = outcome;
  const isGone = error.kind === 'conflict' || error.kind === 'notFound';
  if (!isGone && !isPassing(error)) {
    return left(error);
  }
  const sight = await look(change, cluster);
  if (sight.status === 'done') {
    return done;
  }
  // Where the cluster has said that it is another by now, what is seen does not change that.
  return sight.status === 'other' || isGone
    ? left(isGone || sight.status !== 'other' ? error : sight.error, 'changed')
    : { ...left(error), mayWork: sight.status === 'not-done' || isPassing(sight.error) };
};

const inVersionOf = (object: KubernetesObject, now: KubernetesObject): KubernetesObject => {
  const { resourceVersion } = now.metadata;
  const { metadata } = inAnyVersion(object);
  return {
    ...object,
    metadata: { ...metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  };
};
