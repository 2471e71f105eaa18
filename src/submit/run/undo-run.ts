import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import type { PlanStep } from '../plan/submit-plan.ts';
import { guardOthers, type Guard } from './guard-others.ts';
import { isPassing, tryAgain, withDeadline } from './patience.ts';
import {
  type Attempt,
  type LeftBecause,
  patchSurely,
  putBackSurely,
  type Removing,
  removeSurely,
} from './sure-write.ts';
import { type Change, look } from './write-step.ts';

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
  /** Created, and used by others by now: it stays, as theirs. */
  kept: KeptObject[];
}

export interface KeptObject {
  written: WrittenObject;
  users: KubernetesObject[];
}

export interface NotUndone {
  written: WrittenObject;
  error: ClusterError;
  /**
   * - `refused`, `changed`: it could not be undone
   * - `unknown`: whether the object was written at all could not be found out
   */
  why: LeftBecause | 'unknown';
}

/**
 * Undoes what this submission has written, in reverse, the objects of each wave at once. An object that
 * it created is removed in the version that it left, so that nothing which took its name since is
 * touched, and nothing that somebody has changed; a Secret that it changed is put back, likewise. What
 * may work the next time is tried again, a few times; what is not done when the time for all of it is up
 * is left.
 *
 * A volume or Secret that another deployment refers to by now is kept. Where nobody can look whether one
 * does, it is left, too: what is not needed can be removed later by the command that is named, and a model's
 * files or a key that were removed cannot be had again. Who begins to use it between look and removal, in
 * the time of one answer, loses it all the same.
 */
export const undoRun = async (
  waves: readonly (readonly WrittenObject[])[],
  doubtful: readonly DoubtfulStep[],
  { cluster, ...given }: Removing,
): Promise<UndoReport> => {
  const undoing = { ...given, cluster: withDeadline(cluster, given.patience.undo) };
  const ended: Ended[] = [];
  for (const wave of waves.toReversed()) {
    ended.push(...(await undoWave(wave, undoing)));
  }
  const doubts = await Promise.all(doubtful.map((one) => undoDoubtful(one, undoing)));
  return withoutCollected(reportOf([...ended, ...doubts.flat()]));
};

/** How the undo of one object ended. */
interface Ended {
  written: WrittenObject;
  attempt: Attempt | Guard | { status: 'left'; error: ClusterError; why: 'unknown' };
}

const undoWave = async (wave: readonly WrittenObject[], undoing: Removing): Promise<Ended[]> => {
  const objects = wave
    .filter(({ step }) => !step.replacement && !step.update && !step.isOwn)
    .map(({ object }) => object);
  const guards = await guardOthers(objects, undoing);
  return Promise.all(
    wave.toReversed().map(async (written) => ({
      written,
      attempt: guards.get(written.object) ?? (await undo(written, undoing)),
    })),
  );
};

const reportOf = (ended: readonly Ended[]): UndoReport => ({
  undone: ended.flatMap(({ written, attempt }) => (attempt.status === 'done' ? [written] : [])),
  left: ended.flatMap(({ written, attempt }) =>
    attempt.status === 'left' ? [{ written, error: attempt.error, why: attempt.why }] : [],
  ),
  kept: ended.flatMap(({ written, attempt }) =>
    attempt.status === 'kept' ? [{ written, users: attempt.users }] : [],
  ),
});

/** What an object owned that was removed goes with it: the cluster collects it. */
const withoutCollected = ({ undone, left, kept }: UndoReport): UndoReport => {
  const removed = undone
    .filter(({ step }) => !step.update)
    .map(({ object }) => object.metadata.uid);
  const isCollected = ({ written }: NotUndone): boolean =>
    written.object.metadata.ownerReferences?.some(({ uid }) => removed.includes(uid)) === true;
  return {
    undone: [...undone, ...left.filter(isCollected).map(({ written }) => written)],
    left: left.filter((one) => !isCollected(one)),
    kept,
  };
};

const undo = ({ step, object }: WrittenObject, undoing: Removing): Promise<Attempt> => {
  const { replacement, update } = step;
  if (replacement) {
    return patchSurely(object, replacement.undo, undoing);
  }
  return update ? putBackSurely(object, update, undoing) : removeSurely(object, undoing);
};

/** Looks again for what was not there when the answer was lost: nothing to say if it never came. */
const undoDoubtful = async (
  { step, change, error }: DoubtfulStep,
  undoing: Removing,
): Promise<Ended[]> => {
  if (step.adopts !== undefined) {
    return [];
  }
  const sight = await tryAgain(
    () => look(change, undoing.cluster),
    (answer) => answer.status !== 'unknown' || !isPassing(answer.error),
    undoing.patience,
  );
  if (sight.status === 'unknown') {
    const attempt = { status: 'left', error, why: 'unknown' } as const;
    return [{ written: { step, object: change.object }, attempt }];
  }
  return sight.status === 'done' ? undoWave([{ step, object: sight.object }], undoing) : [];
};
