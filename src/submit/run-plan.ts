import type { ClusterClient, WriteOptions } from '../cluster/cluster-client.ts';
import type { ClusterError, ClusterOutcome } from '../cluster/cluster-error.ts';
import type { KubernetesObject, ObjectMeta } from '../cluster/kubernetes.ts';
import type { PlanStep, SubmitPlan } from './submit-plan.ts';

/** A step that the cluster refused. */
export interface StepFailure {
  step: PlanStep;
  error: ClusterError;
}

/** An object that this submission created or changed, as the cluster answered it. */
export interface WrittenObject {
  step: PlanStep;
  object: KubernetesObject;
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
}

export type DryRunOutcome =
  { status: 'ok' } | { status: 'refused'; failures: [StepFailure, ...StepFailure[]] };

export type RunOutcome =
  /** `untidy`: Secrets that still hold the previous key besides the new one. */
  | { status: 'done'; written: WrittenObject[]; untidy: NotUndone[] }
  | { status: 'failed'; failure: StepFailure; undo: UndoReport };

/** Asks the cluster about every step at once, and changes nothing. */
export const dryRunPlan = async (
  plan: SubmitPlan,
  cluster: ClusterClient,
): Promise<DryRunOutcome> => {
  const outcomes = await Promise.all(
    plan.steps.map(async (step) => ({
      step,
      outcome: await write(step, step.object, cluster, { dryRun: true }),
    })),
  );
  const [first, ...others] = outcomes.flatMap(({ step, outcome }): StepFailure[] =>
    outcome.status === 'failed' && !isMissingDependency(step, outcome.error)
      ? [{ step, error: outcome.error }]
      : [],
  );
  return first ? { status: 'refused', failures: [first, ...others] } : { status: 'ok' };
};

const isMissingDependency = (step: PlanStep, error: ClusterError): boolean =>
  step.mayMissDependencyInDryRun === true && error.kind === 'notFound';

/**
 * Writes the objects one after the other. When a step fails, what this submission did is undone in
 * reverse: an object that it created is removed by its uid, so that nothing which took its name since
 * is touched; a key that it replaced is put back, if nobody has changed the Secret since.
 */
export const runPlan = async (plan: SubmitPlan, cluster: ClusterClient): Promise<RunOutcome> => {
  const written: WrittenObject[] = [];
  for (const step of plan.steps) {
    const outcome = await write(step, withOwner(step, written), cluster);
    if (outcome.status === 'failed') {
      const undo = await undoAll(written, cluster);
      return { status: 'failed', failure: { step, error: outcome.error }, undo };
    }
    written.push({ step, object: outcome.value });
  }
  return { status: 'done', written, untidy: await tidyAll(written, cluster) };
};

const write = (
  { replacement }: PlanStep,
  object: KubernetesObject,
  cluster: ClusterClient,
  options: WriteOptions = {},
): Promise<ClusterOutcome<KubernetesObject>> =>
  replacement
    ? cluster.patch(object, replacement.apply, { ...options, ...versionOf(replacement.before) })
    : cluster.create(object, options);

const versionOf = ({ resourceVersion }: ObjectMeta): { resourceVersion: string | undefined } => ({
  resourceVersion,
});

const withOwner = (step: PlanStep, written: readonly WrittenObject[]): KubernetesObject => {
  const owner = written.find((one) => one.step.id === step.ownedBy)?.object;
  if (!owner) {
    return step.object;
  }
  const { apiVersion, kind, metadata } = owner;
  const reference = { apiVersion, kind, name: metadata.name, uid: metadata.uid ?? '' };
  return {
    ...step.object,
    metadata: {
      ...step.object.metadata,
      ownerReferences: [{ ...reference, blockOwnerDeletion: false }],
    },
  };
};

const undoAll = async (
  written: readonly WrittenObject[],
  cluster: ClusterClient,
): Promise<UndoReport> => {
  const report: UndoReport = { undone: [], left: [] };
  for (const one of written.toReversed()) {
    const error = await undo(one, cluster);
    if (error) {
      report.left.push({ written: one, error });
    } else {
      report.undone.push(one);
    }
  }
  return report;
};

const undo = async (
  { step, object }: WrittenObject,
  cluster: ClusterClient,
): Promise<ClusterError | undefined> => {
  if (step.replacement) {
    return errorOf(await cluster.patch(object, step.replacement.undo, versionOf(object.metadata)));
  }
  const error = errorOf(await cluster.remove(object, { uid: object.metadata.uid }));
  return error?.kind === 'notFound' ? undefined : error;
};

/** Lets the Secrets forget the previous key, all at once: from here on nothing is undone. */
const tidyAll = async (
  written: readonly WrittenObject[],
  cluster: ClusterClient,
): Promise<NotUndone[]> => {
  const outcomes = await Promise.all(
    written.map(async (one) => {
      const { step, object } = one;
      const tidy = step.replacement?.tidy;
      const error = tidy && errorOf(await cluster.patch(object, tidy, versionOf(object.metadata)));
      return error ? [{ written: one, error }] : [];
    }),
  );
  return outcomes.flat();
};

const errorOf = (outcome: ClusterOutcome<unknown>): ClusterError | undefined =>
  outcome.status === 'failed' ? outcome.error : undefined;
