import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { describeRefusal } from '../submit/describe-outcome.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { areTokensChanged, assembleUpdate } from './assemble-update.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';

/**
 * A deployment's tokens are objects of their own, which an update does not touch: to switch token
 * authentication on without them would lock everybody out.
 */
const refuseChangedTokens = (state: WizardState, initialData: unknown): void => {
  if (areTokensChanged(state, initialData)) {
    throw new SubmissionError(
      'Nothing was changed. The tokens of an NVIDIA NIM that is deployed cannot be changed here: leave them as they were, or deploy the model again.',
    );
  }
};

/**
 * Updates the InferenceService of an existing deployment; its runtime and volume stay. With
 * `overwrite` ("Force update" in the host) the newest version in the cluster is what is changed.
 */
export const updateDeployment = async (options: {
  state: WizardState;
  existing: Deployment;
  dryRun: boolean;
  overwrite: boolean;
  initialData: unknown;
  applyFieldData: ApplyFieldData;
}): Promise<Deployment> => {
  const { existing, state, dryRun } = options;
  if (state.canCreateRoleBindings) {
    refuseChangedTokens(state, options.initialData);
  }
  const before = options.overwrite ? await readNewest(existing.model) : existing.model;
  const { model } = assembleUpdate({ ...options, existing: { ...existing, model: before } });
  const outcome = await dashboardCluster.replace(model, { dryRun });
  if (outcome.status === 'failed') {
    throw errorFor(model, outcome.error);
  }
  return { ...existing, model: outcome.value };
};

const readNewest = async (model: InferenceService): Promise<InferenceService> => {
  const outcome = await dashboardCluster.get<InferenceService>(model);
  if (outcome.status === 'failed') {
    throw errorFor(model, outcome.error);
  }
  return outcome.value;
};

/** The host must see its own error for a conflict: from it, it offers "Force update" and "Refresh". */
const errorFor = (model: InferenceService, error: ClusterError): unknown =>
  error.kind === 'conflict'
    ? error.thrown
    : new SubmissionError(describeRefusal([{ verb: 'updated', object: model, error }]));
