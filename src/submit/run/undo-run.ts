import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import type { PlanStep } from '../plan/submit-plan.ts';
import { isPassing, tryAgain } from './patience.ts';
import {
  type Attempt,
  type Attempting,
  type LeftBecause,
  patchSurely,
  putBackSurely,
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
 * may work the next time is tried again, a few times.
 */
export const undoRun = async (
  waves: readonly (readonly WrittenObject[])[],
  doubtful: readonly DoubtfulStep[],
  undoing: Attempting,
): Promise<UndoReport> => {
  const report: UndoReport = { undone: [], left: [] };
  for (const wave of waves.toReversed()) {
    add(report, await Promise.all(wave.toReversed().map((one) => undo(one, undoing))));
  }
  add(report, await Promise.all(doubtful.map((one) => undoDoubtful(one, undoing))));
  return withoutCollected(report);
};

type Undone =
  | {
      written: WrittenObject;
      attempt: Attempt | { status: 'left'; error: ClusterError; why: 'unknown' };
    }
  | undefined;

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

const undo = async (written: WrittenObject, undoing: Attempting): Promise<Undone> => ({
  written,
  attempt: await undoSurely(written, undoing),
});

const undoSurely = ({ step, object }: WrittenObject, undoing: Attempting): Promise<Attempt> => {
  const { replacement, update } = step;
  if (replacement) {
    return patchSurely(object, replacement.undo, undoing);
  }
  return update ? putBackSurely(object, update, undoing) : removeSurely(object, undoing);
};

/** Looks again for what was not there when the answer was lost: nothing to say if it never came. */
const undoDoubtful = async (
  { step, change, error }: DoubtfulStep,
  undoing: Attempting,
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
    const attempt = { status: 'left', error, why: 'unknown' } as const;
    return { written: { step, object: change.object }, attempt };
  }
  return sight.status === 'done' ? undo({ step, object: sight.object }, undoing) : undefined;
};
