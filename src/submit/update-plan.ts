import type { ClusterClient } from '../cluster/cluster-client.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { asRefused } from './create-deployment.ts';
import type { RefusedWrite } from './describe-outcome.ts';
import { type Patience, usualPatience, withPatience } from './patience.ts';
import { dryRunPlan, runPlan } from './run-plan.ts';
import { labelled, newSubmission } from './submission-label.ts';
import type { PlanStep, SubmitPlan } from './submit-plan.ts';
import { checkLeavingTokens, removeTokens, type TokenChange } from './token-change.ts';
import type { UndoReport } from './undo-run.ts';

/** An object as it was read, in the version that is to be replaced, and what becomes of it. */
export interface ObjectUpdate {
  before: KubernetesObject;
  after: KubernetesObject;
}

/** Everything that changes with a deployment that is edited. */
export interface DeploymentUpdate {
  /** In the order in which they are written. */
  updates: readonly ObjectUpdate[];
  /** Missing where the tokens are left alone. */
  tokens?: TokenChange | undefined;
}

export type UpdateOutcome =
  /** `notRemoved`: tokens that may still work, or that have their former name. */
  | { status: 'done'; written: KubernetesObject[]; notRemoved: RefusedWrite[] }
  | { status: 'failed'; refused: RefusedWrite[]; undo: UndoReport };

/**
 * The plan of an update: what new tokens need comes before the deployment asks for one, and the objects
 * are updated one after the other. What is created carries the submission's label, by which it is known
 * again; it belongs to the deployment and goes with it.
 */
export const planUpdate = (
  { updates, tokens }: DeploymentUpdate,
  submission: string,
): SubmitPlan => {
  const made = tokens ? tokenSteps(tokens, submission) : [];
  const ids = [...made.map(({ id }) => id), ...updates.map(({ after }) => idOf(after))];
  return {
    steps: [
      ...made,
      ...updates.map(({ before, after }, index): PlanStep => ({
        id: idOf(after),
        object: after,
        update: before,
        dependsOn: ids.slice(0, made.length + index),
      })),
    ],
  };
};

const tokenSteps = ({ shared, added }: TokenChange, submission: string): PlanStep[] => {
  const before = shared.filter((object) => !isBinding(object)).map(idOf);
  return [
    ...shared.map((object): PlanStep => ({
      ...step(labelled(object, submission), isBinding(object) ? before : []),
      mayExist: true,
      ...(isBinding(object) ? { mayMissDependencyInDryRun: true } : {}),
    })),
    ...added.map((object) => step(labelled(object, submission), before)),
  ];
};

const isBinding = ({ kind }: KubernetesObject): boolean => kind === 'RoleBinding';

const step = (object: KubernetesObject, dependsOn: string[]): PlanStep => ({
  id: idOf(object),
  object,
  dependsOn,
});

const idOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

/** Asks the cluster about all of an update at once, and changes nothing. */
export const checkUpdate = async (
  update: DeploymentUpdate,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<RefusedWrite[]> => {
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
    notRemoved: tokens ? await removeTokens(tokens, cluster, patience) : [],
  };
};
