import type { ClusterError } from '../cluster/cluster-error.ts';
import type { JsonPatch } from '../cluster/json-patch.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { isChangedSince } from './changed-since.ts';
import { isAsLeftBy } from './patched-metadata.ts';
import { isPassing, type Patience, type PatientCluster, tryAgain } from './patience.ts';
import type { PlanStep } from './submit-plan.ts';
import { type Change, look, send } from './write-step.ts';

/** An object that this submission created or changed, as the cluster answered it. */
export interface WrittenObject {
  step: PlanStep;
  object: KubernetesObject;
}

/** A step of which nobody knows whether it was done, and what it asked for. */
export interface DoubtfulStep {
  step: PlanStep;
  change: Change;
  error: ClusterError;
}

/** What became of the objects that were written before a step failed. */
export interface UndoReport {
  /** Removed again, or put back as they were. */
  undone: WrittenObject[];
  left: NotUndone[];
}

export interface NotUndone {
  written: WrittenObject;
  error: ClusterError;
  /**
   * - `refused`: the cluster refused it, or did not answer
   * - `changed`: somebody has changed the object since, so it is not ours to undo
   * - `unknown`: whether the object was written at all could not be found out
   */
  why: 'refused' | 'changed' | 'unknown';
}

/** What an undo needs to know. */
export interface Undoing {
  cluster: PatientCluster;
  patience: Patience;
  /** The uids of what this submission has created: they may own what else it has created. */
  owners: readonly string[];
}

type Attempt =
  | { status: 'done' }
  | { status: 'left'; error: ClusterError; why: NotUndone['why']; mayWork: boolean };

const done: Attempt = { status: 'done' };

/**
 * Undoes what this submission has written, in reverse, the objects of each wave at once. An object that
 * it created is removed in the version that it left, so that nothing which took its name since is
 * touched, and nothing that somebody has changed; a Secret that it changed is put back, likewise. What
 * may work the next time is tried again, a few times.
 */
export const undoRun = async (
  waves: readonly (readonly WrittenObject[])[],
  doubtful: readonly DoubtfulStep[],
  undoing: Undoing,
): Promise<UndoReport> => {
  const report: UndoReport = { undone: [], left: [] };
  for (const wave of waves.toReversed()) {
    add(report, await Promise.all(wave.toReversed().map((one) => undo(one, undoing))));
  }
  add(report, await Promise.all(doubtful.map((one) => undoDoubtful(one, undoing))));
  return withoutCollected(report);
};

type Undone = { written: WrittenObject; attempt: Attempt } | undefined;

const add = ({ undone, left }: UndoReport, wave: readonly Undone[]): void => {
  for (const one of wave) {
    if (one?.attempt.status === 'done') {
      undone.push(one.written);
    } else if (one?.attempt.status === 'left') {
      const { error, why } = one.attempt;
      left.push({ written: one.written, error, why });
    }
  }
};

/** What an object owned that was removed goes with it: the cluster collects it. */
const withoutCollected = ({ undone, left }: UndoReport): UndoReport => {
  const removed = undone
    .filter(({ step }) => !step.update)
    .map(({ object }) => object.metadata.uid);
  const isCollected = ({ written }: NotUndone): boolean =>
    written.object.metadata.ownerReferences?.some(({ uid }) => removed.includes(uid)) === true;
  return {
    undone: [...undone, ...left.filter(isCollected).map(({ written }) => written)],
    left: left.filter((one) => !isCollected(one)),
  };
};

const undo = async (written: WrittenObject, undoing: Undoing): Promise<Undone> => {
  const attempt = await tryAgain(
    () => undoOnce(written, undoing),
    (answer) => answer.status === 'done' || !answer.mayWork,
    undoing.patience,
  );
  return { written, attempt };
};

const undoOnce = ({ step, object }: WrittenObject, undoing: Undoing): Promise<Attempt> => {
  const { replacement, update } = step;
  if (replacement) {
    return patchOnce(object, replacement.undo, undoing);
  }
  return update ? replaceOnce(object, update, undoing) : removeOnce(object, undoing);
};

/** Looks again for what was not there when the answer was lost: nothing to say if it never came. */
const undoDoubtful = async (
  { step, change, error }: DoubtfulStep,
  undoing: Undoing,
): Promise<Undone> => {
  if (step.adopts !== undefined) {
    return undefined;
  }
  const sight = await tryAgain(
    () => look(change, undoing.cluster),
    (answer) => answer.status !== 'unknown' || !isPassing(answer.error),
    undoing.patience,
  );
  if (sight.status === 'unknown') {
    const attempt: Attempt = { status: 'left', error, why: 'unknown', mayWork: false };
    return { written: { step, object: change.object }, attempt };
  }
  return sight.status === 'done' ? undo({ step, object: sight.object }, undoing) : undefined;
};

/** Removes an object, and nothing that took its name since; tries again what may work the next time. */
export const removeSurely = (object: KubernetesObject, undoing: Undoing): Promise<Attempt> =>
  tryAgain(
    () => removeOnce(object, undoing),
    (answer) => answer.status === 'done' || !answer.mayWork,
    undoing.patience,
  );

const removeOnce = async (
  object: KubernetesObject,
  undoing: Undoing,
  isSecond = false,
): Promise<Attempt> => {
  const { uid, resourceVersion } = object.metadata;
  const outcome = await undoing.cluster.remove(object, { uid, resourceVersion });
  if (outcome.status === 'ok' || outcome.error.kind === 'notFound') {
    return done;
  }
  const { error } = outcome;
  const isConflict = error.kind === 'conflict';
  if (!isConflict && !isPassing(error)) {
    return left(error);
  }
  const there = await undoing.cluster.get(object);
  if (there.status === 'failed') {
    return there.error.kind === 'notFound'
      ? done
      : { ...left(error, isConflict ? 'changed' : 'refused'), mayWork: isPassing(there.error) };
  }
  const isOther = uid !== undefined && there.value.metadata.uid !== uid;
  if (isOther || there.value.metadata.deletionTimestamp !== undefined) {
    return done;
  }
  if (isConflict && isChangedSince(object, there.value, undoing.owners)) {
    return left(error, 'changed');
  }
  return isConflict && !isSecond
    ? removeOnce(there.value, undoing, true)
    : { ...left(error), mayWork: true };
};

const left = (
  error: ClusterError,
  why: NotUndone['why'] = 'refused',
): Extract<Attempt, { status: 'left' }> => ({ status: 'left', error, why, mayWork: false });

/** Patches the very version of an object, unless that has been done already and the answer was lost. */
const patchOnce = async (
  object: KubernetesObject,
  patch: JsonPatch,
  { cluster }: Pick<Undoing, 'cluster'>,
): Promise<Attempt> => {
  const { resourceVersion } = object.metadata;
  const outcome = await cluster.patch(object, patch, { resourceVersion });
  if (outcome.status === 'ok') {
    return done;
  }
  const { error } = outcome;
  const isGone = error.kind === 'conflict' || error.kind === 'notFound';
  if (!isGone && !isPassing(error)) {
    return left(error);
  }
  const there = await cluster.get(object);
  if (there.status === 'failed') {
    return { ...left(error, isGone ? 'changed' : 'refused'), mayWork: isPassing(there.error) };
  }
  if (isAsLeftBy(patch, there.value.metadata)) {
    return done;
  }
  return there.value.metadata.resourceVersion === resourceVersion
    ? { ...left(error), mayWork: true }
    : left(error, 'changed');
};

/** Writes the object as it was over the version that this submission has given it, and over no other. */
const replaceOnce = async (
  now: KubernetesObject,
  was: KubernetesObject,
  { cluster }: Pick<Undoing, 'cluster'>,
): Promise<Attempt> => {
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
  const { resourceVersion: _before, ...metadata } = object.metadata;
  const { resourceVersion } = now.metadata;
  return {
    ...object,
    metadata: { ...metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  };
};
