import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { objectId } from '../plan/object-id.ts';
import { labelled } from '../plan/submission-label.ts';
import { type PlanStep, stepFor, type SubmitPlan } from '../plan/submit-plan.ts';
import type { TokenChange } from './token-change.ts';

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
  const ids = [...made.map(({ id }) => id), ...updates.map(({ after }) => objectId(after))];
  return {
    steps: [
      ...made,
      ...updates.map(({ before, after }, index): PlanStep => ({
        id: objectId(after),
        object: after,
        update: before,
        dependsOn: ids.slice(0, made.length + index),
      })),
    ],
  };
};

const tokenSteps = ({ shared, added }: TokenChange, submission: string): PlanStep[] => {
  const before = shared.filter((object) => !isBinding(object)).map(objectId);
  return [
    ...shared.map((object): PlanStep => ({
      ...stepFor(labelled(object, submission), isBinding(object) ? before : []),
      mayExist: true,
      ...(isBinding(object) ? { mayMissDependencyInDryRun: true } : {}),
    })),
    ...added.map((object) => stepFor(labelled(object, submission), before)),
  ];
};

const isBinding = ({ kind }: KubernetesObject): boolean => kind === 'RoleBinding';
