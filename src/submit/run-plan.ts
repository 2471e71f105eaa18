import type { ClusterClient } from '../cluster/cluster-client.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import type { PlanStep, SubmitPlan } from './submit-plan.ts';

/** A step that the cluster refused. */
export interface StepFailure {
  step: PlanStep;
  error: ClusterError;
}

/** An object that this submission created, as the cluster answered it. */
export interface CreatedObject {
  step: PlanStep;
  object: KubernetesObject;
}

/** What became of the objects that were created before a step failed. */
export interface UndoReport {
  removed: CreatedObject[];
  left: { created: CreatedObject; error: ClusterError }[];
}

export type DryRunOutcome =
  { status: 'ok' } | { status: 'refused'; failures: [StepFailure, ...StepFailure[]] };

export type RunOutcome =
  | { status: 'done'; created: CreatedObject[] }
  | { status: 'failed'; failure: StepFailure; undo: UndoReport };

/** Asks the cluster about every step at once, and changes nothing. */
export const dryRunPlan = async (
  plan: SubmitPlan,
  cluster: ClusterClient,
): Promise<DryRunOutcome> => {
  const outcomes = await Promise.all(
    plan.steps.map(async (step) => ({
      step,
      outcome: await cluster.create(step.object, { dryRun: true }),
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
 * Creates the objects one after the other. When a step fails, what this submission created is removed
 * again in reverse, each by its uid, so that nothing which took its name since is touched.
 */
export const runPlan = async (plan: SubmitPlan, cluster: ClusterClient): Promise<RunOutcome> => {
  const created: CreatedObject[] = [];
  for (const step of plan.steps) {
    const outcome = await cluster.create(withOwner(step, created));
    if (outcome.status === 'failed') {
      const undo = await undoAll(created, cluster);
      return { status: 'failed', failure: { step, error: outcome.error }, undo };
    }
    created.push({ step, object: outcome.value });
  }
  return { status: 'done', created };
};

const withOwner = (step: PlanStep, created: readonly CreatedObject[]): KubernetesObject => {
  const owner = created.find((one) => one.step.id === step.ownedBy)?.object;
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
  created: readonly CreatedObject[],
  cluster: ClusterClient,
): Promise<UndoReport> => {
  const report: UndoReport = { removed: [], left: [] };
  for (const one of created.toReversed()) {
    const outcome = await cluster.remove(one.object, { uid: one.object.metadata.uid });
    if (outcome.status === 'ok' || outcome.error.kind === 'notFound') {
      report.removed.push(one);
    } else {
      report.left.push({ created: one, error: outcome.error });
    }
  }
  return report;
};
