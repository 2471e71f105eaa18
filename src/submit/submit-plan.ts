import type { KeySecretWrite, SecretReplacement } from '../apiKey/write-key.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';

/** One object to create, or a Secret that gets another key, and what must be there before it. */
export interface PlanStep {
  /** Unique in the plan: `<kind>/<name>`. */
  id: string;
  object: KubernetesObject;
  /** How the object, which exists, is changed; missing for one that is created. */
  replacement?: SecretReplacement;
  /** Steps that come first: this object refers to theirs. */
  dependsOn: string[];
  /** The step whose object owns this one: it goes when that goes. */
  ownedBy?: string;
  /**
   * A RoleBinding's dry run is refused with "not found" for people who are no cluster administrators
   * as long as its Role is not really there; that refusal says nothing about the real run.
   */
  mayMissDependencyInDryRun?: boolean;
}

/** The steps in an order in which nothing refers to what is not there yet. */
export interface SubmitPlan {
  steps: PlanStep[];
}

/** The plan for a new deployment: key and volume, the runtime, the InferenceService, what it owns. */
export const planSubmission = (bundle: ResourceBundle): SubmitPlan => {
  const before = [
    ...planKey(bundle.keyWrites).steps,
    ...(bundle.volume ? [step(bundle.volume, [])] : []),
  ];
  const runtime = step(
    bundle.runtime,
    before.map(({ id }) => id),
  );
  const service = step(bundle.inferenceService, [runtime.id]);
  return { steps: [...before, runtime, service, ...tokenSteps(bundle, service.id)] };
};

/** The plan for a key alone: its two Secrets. */
export const planKey = (writes: readonly KeySecretWrite[]): SubmitPlan => ({
  steps: writes.map(({ secret, replacement }) => ({
    ...step(secret, []),
    ...(replacement ? { replacement } : {}),
  })),
});

const tokenSteps = ({ tokens }: ResourceBundle, owner: string): PlanStep[] => {
  if (!tokens) {
    return [];
  }
  const account = { ...step(tokens.serviceAccount, [owner]), ownedBy: owner };
  const role = { ...step(tokens.role, [owner]), ownedBy: owner };
  const binding = {
    ...step(tokens.roleBinding, [account.id, role.id]),
    ownedBy: owner,
    mayMissDependencyInDryRun: true,
  };
  const secrets = tokens.secrets.map((secret) => ({
    ...step(secret, [account.id]),
    ownedBy: owner,
  }));
  return [account, role, binding, ...secrets];
};

const step = (object: KubernetesObject, dependsOn: string[]): PlanStep => ({
  id: `${object.kind}/${object.metadata.name}`,
  object,
  dependsOn,
});
