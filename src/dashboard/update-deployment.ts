import { isSame } from '../bundle/is-same.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { InferenceService, KubernetesObject } from '../cluster/kubernetes.ts';
import { describeStops } from '../submit/checks/problem.ts';
import {
  describeFailedUpdate,
  describeLeftTokens,
  describeNotRemoved,
  describeRefusedUpdates,
} from '../submit/describe/describe-update.ts';
import {
  addTokens,
  checkTokenChange,
  planTokenChange,
  removeTokens,
  takeBack,
  type TokenChange,
} from '../submit/edit/token-change.ts';
import {
  checkUpdate,
  type ObjectUpdate,
  type RefusedUpdate,
  runUpdate,
} from '../submit/edit/update-plan.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { areTokensChanged, assembleUpdate, tokensBefore, tokensOf } from './assemble-update.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { readToken } from './read-choices.ts';

export interface UpdateOptions {
  state: WizardState;
  existing: Deployment;
  dryRun: boolean;
  overwrite: boolean;
  initialData: unknown;
  applyFieldData: ApplyFieldData;
}

/**
 * Updates an existing deployment: its InferenceService, and its runtime if another version of the model
 * was chosen; both or neither. With `overwrite` ("Force update" in the host) the newest versions in the
 * cluster are what is changed, so that everything stays that others changed beside our fields.
 */
export const updateDeployment = async (options: UpdateOptions): Promise<Deployment> => {
  const existing = options.overwrite ? await readNewest(options) : options.existing;
  const updated = assembleUpdate({ ...options, existing });
  const updates = updatesOf(existing, updated);
  const tokens = tokenChangeOf(options);
  if (options.dryRun) {
    await check(updates, existing, tokens);
    return updated;
  }
  const written = tokens ? await runWithTokens(updates, tokens) : await run(updates);
  return withWritten(updated, written);
};

/**
 * Undefined where nothing is changed: also for a person to whom the host shows no tokens.
 *
 * @throws SubmissionError where two new tokens would be one
 */
const tokenChangeOf = ({
  state,
  existing,
  initialData,
}: UpdateOptions): TokenChange | undefined => {
  if (!state.canCreateRoleBindings || !areTokensChanged(state, initialData)) {
    return undefined;
  }
  const change = planTokenChange({
    service: existing.model,
    before: tokensBefore(initialData),
    after: tokensOf(state.tokenAuthentication.data),
    nameOf: readToken,
  });
  if (change.problems.length > 0) {
    throw new SubmissionError(describeStops(change.problems));
  }
  return change;
};

/** New tokens before the deployment asks for one, and removed ones once it is updated. */
const runWithTokens = async (
  updates: readonly ObjectUpdate[],
  tokens: TokenChange,
): Promise<KubernetesObject[]> => {
  const added = await addTokens(tokens, dashboardCluster);
  if (added.status === 'failed') {
    throw new SubmissionError(
      `${describeRefusedUpdates([added.refused])}${describeLeftTokens(added.left)}`,
    );
  }
  const written = await run(updates).catch(async (error: unknown) => {
    const left = await takeBack(added.made, dashboardCluster);
    throw left.length > 0 && error instanceof Error
      ? new SubmissionError(`${error.message}${describeLeftTokens(left)}`)
      : error;
  });
  const left = await removeTokens(tokens, dashboardCluster);
  if (left.length > 0) {
    throw new SubmissionError(describeNotRemoved(left));
  }
  return written;
};

/** The runtime first: KServe looks at it when the InferenceService has changed. */
const updatesOf = (existing: Deployment, updated: Deployment): ObjectUpdate[] => [
  ...(existing.server && updated.server && !isSame(existing.server, updated.server)
    ? [{ before: existing.server, after: updated.server }]
    : []),
  { before: existing.model, after: updated.model },
];

const check = async (
  updates: readonly ObjectUpdate[],
  existing: Deployment,
  tokens: TokenChange | undefined,
): Promise<void> => {
  const [refused, refusedTokens] = await Promise.all([
    checkUpdate(updates, dashboardCluster),
    tokens ? checkTokenChange(tokens, dashboardCluster) : [],
    updates.length > 1 ? refuseSharedRuntime(existing) : undefined,
  ]);
  const all = [...refused, ...refusedTokens];
  if (all.length > 0) {
    throw conflictOf(refused) ?? new SubmissionError(describeRefusedUpdates(all));
  }
};

/** Another version in a runtime would be another version of every deployment that uses it. */
const refuseSharedRuntime = async ({ model, server }: Deployment): Promise<void> => {
  const { apiVersion, kind, metadata } = model;
  const outcome = await dashboardCluster.list<InferenceService>({
    apiVersion,
    kind,
    namespace: metadata.namespace,
  });
  // Who cannot tell must not change it: another person's model would get another version.
  if (outcome.status === 'failed') {
    throw new SubmissionError(
      `Nothing was changed. Which other deployments use the serving runtime is not known: ${outcome.error.message}`,
    );
  }
  const others = outcome.value.filter(
    (service) =>
      service.spec.predictor.model?.runtime === server?.metadata.name &&
      service.metadata.name !== metadata.name,
  );
  if (others.length > 0) {
    throw new SubmissionError(
      `Nothing was changed. The serving runtime "${server?.metadata.name ?? ''}" also serves ${others
        .map((service) => `"${service.metadata.name}"`)
        .join(
          ', ',
        )}, which would get the other version, too. Deploy that version as another model.`,
    );
  }
};

const run = async (updates: readonly ObjectUpdate[]): Promise<KubernetesObject[]> => {
  const outcome = await runUpdate(updates, dashboardCluster, wait);
  if (outcome.status === 'failed') {
    throw (
      (outcome.left.length === 0 ? conflictOf([outcome.refused]) : undefined) ??
      new SubmissionError(describeFailedUpdate(outcome))
    );
  }
  return outcome.written;
};

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The host must see its own error for a conflict: from it, it offers "Force update" and "Refresh". */
const conflictOf = (refused: readonly RefusedUpdate[]): unknown =>
  refused.find(({ error }) => error.kind === 'conflict')?.error.thrown;

const withWritten = (updated: Deployment, written: readonly KubernetesObject[]): Deployment => {
  const answered = <T extends KubernetesObject>(object: T): T =>
    (written.find(({ kind }) => kind === object.kind) as T | undefined) ?? object;
  return {
    ...updated,
    model: answered(updated.model),
    ...(updated.server ? { server: answered(updated.server) } : {}),
  };
};

/** Both objects as they are in the cluster now; the runtime only if it is to be changed. */
const readNewest = async (options: UpdateOptions): Promise<Deployment> => {
  const { existing } = options;
  const { server } = existing;
  const isServerChanged = !isSame(assembleUpdate(options).server, server);
  const [model, newestServer] = await Promise.all([
    readObject(existing.model),
    server && isServerChanged ? readObject(server) : server,
  ]);
  return { ...existing, model, ...(newestServer ? { server: newestServer } : {}) };
};

const readObject = async <T extends KubernetesObject>(object: T): Promise<T> => {
  const outcome = await dashboardCluster.get<T>(object);
  if (outcome.status === 'failed') {
    throw new SubmissionError(describeRefusedUpdates([{ object, error: outcome.error }]));
  }
  return outcome.value;
};
