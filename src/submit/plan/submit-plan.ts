import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { REPLACING_ANNOTATION } from '../../apiKey/project-key.ts';
import type { KeySecretWrite, SecretReplacement } from '../../apiKey/write-key.ts';
import { isRecord } from '../../bundle/is-record.ts';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { objectId } from './object-id.ts';
import { labelled, marked } from './submission-label.ts';

/** One object to create or to change, and what must be there before it. */
export interface PlanStep {
  /** Unique in the plan: `<kind>/<name>`, and `owner of` or `mark of` that for a change of what was created. */
  id: string;
  object: KubernetesObject;
  /** How the object, which exists, is changed; missing for one that is created. */
  replacement?: SecretReplacement;
  /** The object as it was read, for one that is updated as a whole; undone, it is as that again. */
  update?: KubernetesObject;
  /** Whether an object of this name, whosoever it is, does as well. */
  mayExist?: true;
  /** The step whose object, created without an owner, gets `ownedBy` for one. It is undone with that object. */
  adopts?: string;
  /**
   * The step whose object loses its mark as unfinished. If that fails nothing is lost: the mark is stale
   * then, and taken off by the next wizard in the project.
   */
  unmarks?: string;
  /** Created for this deployment alone, though it gets its owner only later: nobody else is to use it. */
  isOwn?: true;
  /** Steps that come first: this object refers to theirs. */
  dependsOn: string[];
  /** The step whose object owns this one: it goes when that goes. */
  ownedBy?: string;
  /** What is taken off the object once all steps are done, and nothing will be undone. */
  tidy?: JsonPatch;
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

/**
 * The plan for a new deployment: key and volume, the runtime, the InferenceService, what it owns. What is
 * created is as a person would write it: nothing on it says which submission it was.
 */
export const planDeployment = (bundle: ResourceBundle, submission: string): SubmitPlan => {
  const before = [
    ...planKey(bundle.keyWrites, submission).steps,
    ...(bundle.volume ? [stepFor(bundle.volume, [])] : []),
  ];
  const runtime = stepFor(
    bundle.runtime,
    before.map(({ id }) => id),
  );
  const service = stepFor(bundle.inferenceService, [runtime.id]);
  return { steps: [...before, runtime, service, ...tokenSteps(bundle, service.id)] };
};

/**
 * The same as one submission: all that is created carries its label. What outlives the deployment is
 * marked until right before the InferenceService is created: what carries the mark has never been used, and
 * what has been used carries none, wherever the browser is closed. The Secrets of a key that is for this deployment alone become its own.
 *
 * @throws Error for two objects of one kind and name: whoever plans has asked `checkTokens` before
 */
export const planSubmission = (bundle: ResourceBundle, submission: string): SubmitPlan => {
  const { steps } = planDeployment(bundle, submission);
  const own = ownKeyNames(bundle);
  const service = objectId(bundle.inferenceService);
  const created = steps.map((one): PlanStep => {
    const object = one.replacement ? one.object : labelled(one.object, submission);
    if (!outlives(one, bundle)) {
      return { ...one, object };
    }
    const isOwn = own.includes(object.metadata.name);
    return { ...one, object: marked(object, submission), ...(isOwn ? { isOwn } : {}) };
  });
  const adoptions = created.filter(({ isOwn }) => isOwn).map((one) => adoption(one, service));
  const unmarkings = created.filter((one) => outlives(one, bundle) && !one.isOwn).map(unmarking);
  return inOneStepEach({
    steps: created.flatMap((one) =>
      one.id === service ? [...unmarkings, after(one, unmarkings), ...adoptions] : [one],
    ),
  });
};

/** Of two steps for one object, the second would find the first one's and take it for its own. */
const inOneStepEach = (plan: SubmitPlan): SubmitPlan => {
  const ids = plan.steps.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) {
    throw new Error(`The plan has several steps for ${twice.join(', ')}: see checks/tokens.ts.`);
  }
  return plan;
};

/** Made here, and by itself left when the deployment is deleted: a key's Secrets and the volume. */
const outlives = ({ id, replacement }: PlanStep, { keyWrites, volume }: ResourceBundle): boolean =>
  !replacement &&
  [...keyWrites.map(({ secret }) => secret), ...(volume ? [volume] : [])].some(
    (object) => objectId(object) === id,
  );

/**
 * The plan for a key alone: its two Secrets. A Secret that is replaced is marked with the submission's id
 * for as long as the previous key is in it: by that its answer can be known again.
 */
export const planKey = (writes: readonly KeySecretWrite[], submission: string): SubmitPlan => ({
  steps: writes.map(({ secret, replacement }) => ({
    ...stepFor(secret, []),
    ...(replacement ? { replacement } : {}),
    ...(replacement?.tidy
      ? { replacement: withMark(replacement, submission), tidy: replacement.tidy }
      : {}),
  })),
});

const withMark = (replacement: SecretReplacement, submission: string): SecretReplacement => ({
  ...replacement,
  apply: replacement.apply.map((operation) =>
    'value' in operation && isMarked(operation.value)
      ? { ...operation, value: { ...operation.value, [REPLACING_ANNOTATION]: submission } }
      : operation,
  ),
});

const isMarked = (value: unknown): value is Record<string, string> =>
  isRecord(value) && REPLACING_ANNOTATION in value;

/**
 * The steps in waves: each as early as what it depends on allows. The number of waves is the length of
 * the longest chain.
 */
export const wavesOf = ({ steps }: SubmitPlan): PlanStep[][] => {
  const waveOf = new Map<string, number>();
  return steps.reduce<PlanStep[][]>((waves, one) => {
    const wave = Math.max(-1, ...one.dependsOn.map((id) => waveOf.get(id) ?? -1)) + 1;
    waveOf.set(one.id, wave);
    return waves.toSpliced(wave, 1, [...(waves[wave] ?? []), one]);
  }, []);
};

/** The Secrets of a key that is for this deployment alone, and goes with it. */
const ownKeyNames = ({ inferenceService }: ResourceBundle): string[] =>
  Object.values(keySecretNames('deployment', inferenceService.metadata.name));

const adoption = ({ id, object }: PlanStep, owner: string): PlanStep => ({
  id: `owner of ${id}`,
  object,
  adopts: id,
  dependsOn: [id, owner],
  ownedBy: owner,
});

const unmarking = ({ id, object }: PlanStep): PlanStep => ({
  id: `mark of ${id}`,
  object,
  unmarks: id,
  dependsOn: [id],
});

const after = (one: PlanStep, others: readonly PlanStep[]): PlanStep => ({
  ...one,
  dependsOn: [...one.dependsOn, ...others.map(({ id }) => id)],
});

const tokenSteps = ({ tokens }: ResourceBundle, owner: string): PlanStep[] => {
  if (!tokens) {
    return [];
  }
  const account = { ...stepFor(tokens.serviceAccount, [owner]), ownedBy: owner };
  const role = { ...stepFor(tokens.role, [owner]), ownedBy: owner };
  const binding = {
    ...stepFor(tokens.roleBinding, [account.id, role.id]),
    ownedBy: owner,
    mayMissDependencyInDryRun: true,
  };
  const secrets = tokens.secrets.map((secret) => ({
    ...stepFor(secret, [account.id]),
    ownedBy: owner,
  }));
  return [account, role, binding, ...secrets];
};

/** The creation of an object that comes after those steps. */
export const stepFor = (object: KubernetesObject, dependsOn: string[]): PlanStep => ({
  id: objectId(object),
  object,
  dependsOn,
});
