import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import { type JsonPatch, pointerTo } from '../../cluster/json-patch.ts';
import type { KubernetesObject, OwnerReference } from '../../cluster/kubernetes.ts';
import { referenceTo } from '../plan/owner-reference.ts';
import { unmark } from '../plan/submission-label.ts';
import { type PlanStep, type SubmitPlan, wavesOf } from '../plan/submit-plan.ts';
import { inAnyVersion } from './any-version.ts';
import { type Patience, type PatientCluster, usualPatience, withPatience } from './patience.ts';
import { tidyRun, type Untidy } from './tidy-run.ts';
import { type DoubtfulStep, type UndoReport, undoRun, type WrittenObject } from './undo-run.ts';
import { type Change, send, write, type WriteOutcome } from './write-step.ts';

/** A step that the cluster refused. */
export interface StepFailure {
  step: PlanStep;
  error: ClusterError;
}

export type Failures = [StepFailure, ...StepFailure[]];

export type DryRunOutcome = { status: 'ok' } | { status: 'refused'; failures: Failures };

export type RunOutcome =
  /** `untidy`: Secrets that still hold the previous key besides the new one. */
  | { status: 'done'; written: WrittenObject[]; untidy: Untidy[] }
  | { status: 'failed'; failures: Failures; undo: UndoReport };

/**
 * Asks the cluster about every step at once, and changes nothing. What is done to what the plan creates
 * cannot be asked about: it is not there.
 */
export const dryRunPlan = async (
  plan: SubmitPlan,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<DryRunOutcome> => {
  const patient = withPatience(cluster, patience);
  const outcomes = await Promise.all(
    plan.steps
      .filter(({ adopts, unmarks }) => adopts === undefined && unmarks === undefined)
      .map(async (step) => ({
        step,
        outcome: await send(changeOf(step, new Map()), patient, { dryRun: true }),
      })),
  );
  const [first, ...others] = outcomes.flatMap(({ step, outcome }): StepFailure[] =>
    outcome.status === 'failed' &&
    !isMissingDependency(step, outcome.error) &&
    !isThere(step, outcome.error)
      ? [{ step, error: outcome.error }]
      : [],
  );
  return first ? { status: 'refused', failures: [first, ...others] } : { status: 'ok' };
};

const isMissingDependency = (step: PlanStep, error: ClusterError): boolean =>
  step.mayMissDependencyInDryRun === true && error.kind === 'notFound';

const isThere = (step: PlanStep, error: ClusterError): boolean =>
  step.mayExist === true && error.kind === 'alreadyExists';

/** What was written so far, by the id of its step. */
type Written = Map<string, WrittenObject>;

/**
 * Writes the objects in waves: all at once of which everything they depend on is there. When one of a
 * wave fails, the others of that wave are waited for, and then what this submission did is undone.
 */
export const runPlan = async (
  plan: SubmitPlan,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<RunOutcome> => {
  const patient = withPatience(cluster, patience);
  const waves = wavesOf(plan);
  const written: Written = new Map();
  for (const wave of waves) {
    const [first, ...others] = await runWave(wave, written, patient, patience);
    if (first) {
      const failures: [FailedStep, ...FailedStep[]] = [first, ...others];
      const undo = await undoRun(
        waves.map((steps) => writtenOf(steps, written)),
        failures.filter(({ isDoubtful }) => isDoubtful),
        { cluster: patient, patience, owners: uidsOf(written) },
      );
      return { status: 'failed', failures, undo };
    }
  }
  const all = writtenOf(plan.steps, written);
  return { status: 'done', written: all, untidy: await tidyRun(all, patient, patience) };
};

type FailedStep = DoubtfulStep & { isDoubtful: boolean };

const runWave = async (
  wave: readonly PlanStep[],
  written: Written,
  cluster: PatientCluster,
  patience: Patience,
): Promise<FailedStep[]> => {
  const outcomes = await Promise.all(
    wave.map(async (step): Promise<{ step: PlanStep; change: Change; outcome: WriteOutcome }> => {
      const change = changeOf(step, written);
      return { step, change, outcome: await write(change, cluster, patience) };
    }),
  );
  return outcomes.flatMap(({ step, change, outcome }): FailedStep[] => {
    if (outcome.status === 'ok') {
      note(step, outcome.value, written);
      return [];
    }
    const { error, isDoubtful } = outcome;
    const isNoMatter = isThere(step, error) || step.unmarks !== undefined;
    return isNoMatter ? [] : [{ step, change, error, isDoubtful }];
  });
};

/** What is adopted or has lost its mark is, from then on, the object as it is by that. */
const note = (step: PlanStep, object: KubernetesObject, written: Written): void => {
  const changed = written.get(step.adopts ?? step.unmarks ?? '');
  const one = { step: changed?.step ?? step, object };
  written.set(one.step.id, one);
};

const writtenOf = (steps: readonly PlanStep[], written: Written): WrittenObject[] =>
  steps.flatMap(({ id }) => written.get(id) ?? []);

const uidsOf = (written: Written): string[] =>
  [...written.values()].flatMap(({ object }) => object.metadata.uid ?? []);

const changeOf = (step: PlanStep, written: Written): Change => {
  const { replacement, update, object } = step;
  if (replacement) {
    return { kind: 'patch', object, patch: replacement.apply, before: replacement.before };
  }
  if (update) {
    return { kind: 'replace', object, before: update };
  }
  const marked = step.unmarks === undefined ? undefined : written.get(step.unmarks)?.object;
  if (marked) {
    return unmarking(marked);
  }
  const ownerReferences = ownersOf(step, written);
  const adopted = step.adopts === undefined ? undefined : written.get(step.adopts)?.object;
  if (adopted) {
    const path = pointerTo('metadata', 'ownerReferences');
    const patch: JsonPatch = [
      { op: 'add', path, value: ownerReferences },
      ...unmark(adopted.metadata),
    ];
    return { kind: 'patch', object: adopted, patch, before: adopted.metadata };
  }
  return ownerReferences.length === 0
    ? { kind: 'create', object }
    : { kind: 'create', object: { ...object, metadata: { ...object.metadata, ownerReferences } } };
};

/** Controllers write to a volume at any time, and nobody but its submission takes the mark off. */
const unmarking = (object: KubernetesObject): Change => {
  const { metadata: before } = object.kind === 'Secret' ? object : inAnyVersion(object);
  return { kind: 'patch', object, patch: unmark(object.metadata), before };
};

const ownersOf = ({ ownedBy }: PlanStep, written: Written): OwnerReference[] => {
  const owner = ownedBy === undefined ? undefined : written.get(ownedBy)?.object;
  return owner ? [referenceTo(owner)] : [];
};
