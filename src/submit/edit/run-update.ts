import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { asRefused } from '../describe/as-refused.ts';
import type { FailedRequest } from '../describe/describe-failure.ts';
import { newSubmission } from '../plan/submission-label.ts';
import { type Patience, usualPatience, withPatience } from '../run/patience.ts';
import { dryRunPlan, runPlan } from '../run/run-plan.ts';
import type { UndoReport } from '../run/undo-run.ts';
import { checkLeavingTokens, removeTokens } from './leaving-tokens.ts';
import { type DeploymentUpdate, planUpdate } from './update-plan.ts';

export type UpdateOutcome =
  /** `notRemoved`: tokens that may still work, or that have their former name. */
  | { status: 'done'; written: KubernetesObject[]; notRemoved: FailedRequest[] }
  | { status: 'failed'; refused: FailedRequest[]; undo: UndoReport };

/** Asks the cluster about all of an update at once, and changes nothing. */
export const checkUpdate = async (
  update: DeploymentUpdate,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<FailedRequest[]> => {
  const patient = withPatience(cluster, patience);
  const [outcome, leaving] = await Promise.all([
    dryRunPlan(planUpdate(update, newSubmission()), cluster, patience),
    update.tokens ? checkLeavingTokens(update.tokens, patient) : [],
  ]);
  return outcome.status === 'ok' ? leaving : [...outcome.failures.map(asRefused), ...leaving];
};

/**
 * Makes what new tokens need and updates the objects, each in the version that was read; all of it or,
 * as far as it can be undone, nothing. Tokens are removed and renamed once the deployment is updated.
 */
export const runUpdate = async (
  update: DeploymentUpdate,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<UpdateOutcome> => {
  const outcome = await runPlan(planUpdate(update, newSubmission()), cluster, patience);
  if (outcome.status === 'failed') {
    return { status: 'failed', refused: outcome.failures.map(asRefused), undo: outcome.undo };
  }
  const { tokens } = update;
  return {
    status: 'done',
    written: outcome.written.map(({ object }) => object),
    notRemoved: tokens
      ? await removeTokens(tokens, { cluster: withPatience(cluster, patience), patience })
      : [],
  };
};
