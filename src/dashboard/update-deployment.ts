import { z } from 'zod';
import { assembleInferenceService } from '../bundle/assemble-inference-service.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { describeRefusal } from '../submit/describe-outcome.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { readChoices } from './read-choices.ts';

const tokensSchema = z.array(z.object({ displayName: z.string(), k8sName: z.string().optional() }));

/** The form's tokens as it was opened: none where token authentication is off, whatever Secrets are left. */
const initialDataSchema = z.object({ tokenAuthentication: tokensSchema.optional() });

/**
 * A deployment's tokens are objects of their own, which an update does not touch: to switch token
 * authentication on without them would lock everybody out.
 */
const refuseChangedTokens = (state: WizardState, initialData: unknown): void => {
  const parsed = initialDataSchema.safeParse(initialData);
  const before = parsed.success ? parsed.data.tokenAuthentication : undefined;
  if (namesOf(before) !== namesOf(state.tokenAuthentication.data)) {
    throw new SubmissionError(
      'Nothing was changed. The tokens of an NVIDIA NIM that is deployed cannot be changed here: leave them as they were, or deploy the model again.',
    );
  }
};

const namesOf = (tokens: z.infer<typeof tokensSchema> = []): string =>
  JSON.stringify(tokens.map(({ displayName, k8sName }) => [displayName, k8sName]));

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
  const project = existing.model.metadata.namespace ?? '';
  const choices = { ...readChoices(state, project), name: existing.model.metadata.name };
  const applied = options.applyFieldData({
    ...existing,
    model: assembleInferenceService(choices, before),
  });
  const model = withFormatOf(before, applied.model);
  const outcome = await dashboardCluster.replace(model, { dryRun });
  if (outcome.status === 'failed') {
    throw errorFor(model, outcome.error);
  }
  return { ...existing, model: outcome.value };
};

/** The runtime stays as it is, and so must the format by which KServe binds the two. */
const withFormatOf = (before: InferenceService, model: InferenceService): InferenceService => {
  const modelFormat = before.spec.predictor.model?.modelFormat;
  const { predictor } = model.spec;
  return modelFormat
    ? {
        ...model,
        spec: {
          ...model.spec,
          predictor: { ...predictor, model: { ...predictor.model, modelFormat } },
        },
      }
    : model;
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
