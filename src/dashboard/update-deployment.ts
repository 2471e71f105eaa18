import { isSame } from '../bundle/is-same.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { InferenceService, KubernetesObject } from '../cluster/kubernetes.ts';
import { describeStops } from '../submit/checks/problem.ts';
import { checkSharedRuntime } from '../submit/checks/shared-runtime.ts';
import type { FailedRequest } from '../submit/describe/describe-failure.ts';
import { describeRefusal } from '../submit/describe/describe-outcome.ts';
import { describeFailedUpdate, describeNotRemoved } from '../submit/describe/describe-update.ts';
import { checkUpdate, runUpdate } from '../submit/edit/run-update.ts';
import type { DeploymentUpdate } from '../submit/edit/update-plan.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import * as words from '../words/submission.ts';
import { assembleUpdate, updateOf } from './assemble-update.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { loadChecks } from './load-checks.ts';

/** What the host hands over when "Update deployment" is pressed. */
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
  const update = updateOf({ ...options, existing, updated });
  if (options.dryRun) {
    await check({ ...options, existing, updated, update });
    return updated;
  }
  return withWritten(updated, await run(update));
};

const check = async (
  options: UpdateOptions & { updated: Deployment; update: DeploymentUpdate },
): Promise<void> => {
  const { update, existing } = options;
  // The review says so, too, but its checks may not have been loaded; and the cluster cannot tell.
  const clashes = update.tokens?.problems ?? [];
  if (clashes.length > 0) {
    throw new SubmissionError(describeStops(clashes));
  }
  const checks = await loadChecks();
  await checks?.refuseUpdate(options);
  const [refused] = await Promise.all([
    checkUpdate(update, dashboardCluster),
    update.updates.length > 1 ? refuseSharedRuntime(existing, update) : undefined,
  ]);
  if (refused.length > 0) {
    throw conflictOf(refused) ?? new SubmissionError(describeRefusal(refused), refused);
  }
};

/** The review may have been open for long, and may not have seen the other deployments. */
const refuseSharedRuntime = async (
  { model }: Deployment,
  update: DeploymentUpdate,
): Promise<void> => {
  const { apiVersion, kind, metadata } = model;
  const outcome = await dashboardCluster.list<InferenceService>({
    apiVersion,
    kind,
    namespace: metadata.namespace,
  });
  // Who cannot tell must not change it: another person's model would get another version.
  if (outcome.status === 'failed') {
    throw new SubmissionError(words.runtimeUsersNotKnown(outcome.error.message));
  }
  const problems = checkSharedRuntime(update, outcome.value);
  if (problems.length > 0) {
    throw new SubmissionError(describeStops(problems));
  }
};

const run = async (update: DeploymentUpdate): Promise<KubernetesObject[]> => {
  const outcome = await runUpdate(update, dashboardCluster);
  if (outcome.status === 'failed') {
    const { refused, undo } = outcome;
    throw (
      (undo.left.length === 0 ? conflictOf(refused) : undefined) ??
      new SubmissionError(describeFailedUpdate(outcome), refused)
    );
  }
  if (outcome.notRemoved.length > 0) {
    throw new SubmissionError(describeNotRemoved(outcome.notRemoved), outcome.notRemoved);
  }
  return outcome.written;
};

/**
 * The host must see its own error for a conflict: from it, it offers "Force update" and "Refresh". What
 * was found out after an answer was lost is no such error.
 */
const conflictOf = (refused: readonly FailedRequest[]): unknown =>
  refused.find(({ error }) => error.kind === 'conflict' && error.code !== undefined)?.error.thrown;

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
    throw new SubmissionError(describeRefusal([{ verb: 'updated', object, error: outcome.error }]));
  }
  return outcome.value;
};
