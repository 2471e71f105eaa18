import { emptyVault } from '../apiKey/key-vault.ts';
import { keyReferenceSchema } from '../apiKey/key-reference.ts';
import { assembleInferenceService } from '../bundle/assemble-inference-service.ts';
import { assembleServingRuntime } from '../bundle/assemble-serving-runtime.ts';
import type { DeploymentChoices } from '../bundle/deployment-choices.ts';
import { type ResourceBundle, resourceBundle } from '../bundle/resource-bundle.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { checkDeployment, createDeployment } from '../submit/create-deployment.ts';
import type { WrittenObject } from '../submit/run-plan.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { chosenModelSchema, type Protocol, protocolOf } from '../wizard/model-field-value.ts';
import { queryClient } from '../wizard/query-client.ts';
import { storageChoice, storageFieldSchema } from '../wizard/storage-field-value.ts';
import { templateQuery } from '../wizard/template-query.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import { isNimLocation } from './field-dependencies.ts';
import {
  type ApplyFieldData,
  type DeployFunction,
  type Deployment,
  KSERVE_PLATFORM,
  type PartialWizardState,
  type WizardState,
} from './host-contract.ts';
import { keyWritesOf, lookAgainAfter } from './key-of-deployment.ts';
import { readChoices } from './read-choices.ts';
import { warnOfPreviousKeys } from './warn-of-previous-keys.ts';
import { updateDeployment } from './update-deployment.ts';

/** Ours is the deployment whose model location is "NVIDIA NIM". */
export const isDeployActive = (state: PartialWizardState): boolean => isNimLocation(state);

/**
 * What the host calls on "Deploy model": once with `dryRun`, when nothing may change, and once for
 * real. While a deployment is edited, its runtime and volume stay and the InferenceService is updated.
 *
 * @throws SubmissionError with a message for the person; while editing, the host's own error for a 409,
 *   so that it can offer "Force update" and "Refresh"
 */
export const deployNim: DeployFunction = async (
  state,
  _externalData,
  projectName,
  existing,
  _modelResource,
  _serverResource,
  _serverTemplateName,
  dryRun = false,
  _secretName,
  overwrite = false,
  initialData,
  applyFieldData = (deployment) => deployment,
) =>
  existing
    ? updateDeployment({ state, existing, dryRun, overwrite, initialData, applyFieldData })
    : createNim({ state, project: projectName, dryRun, applyFieldData });

interface NewNim {
  state: WizardState;
  project: string;
  dryRun: boolean;
  applyFieldData: ApplyFieldData;
}

const createNim = async (options: NewNim): Promise<Deployment> => {
  const { state, project, dryRun } = options;
  const choices = readChoices(state, project);
  const protocol = protocolOf(chosenModelSchema.parse(state[MODEL_FIELD]));
  const deployment = await assemble(choices, protocol, options.applyFieldData);
  const reference = keyReferenceSchema.parse(state[API_KEY_FIELD]);
  const bundle = resourceBundle({
    choices,
    storage: storageChoice(storageFieldSchema.parse(state[STORAGE_FIELD]), choices.name),
    keyWrites: await keyWritesOf(reference, { project, deployment: choices.name }),
    deployment,
  });
  try {
    return dryRun ? await check(bundle, deployment) : await create(bundle, deployment);
  } catch (error) {
    lookAgainAfter(error, project);
    throw error;
  }
};

const check = async (bundle: ResourceBundle, deployment: Deployment): Promise<Deployment> => {
  await checkDeployment(bundle, dashboardCluster);
  return deployment;
};

const create = async (bundle: ResourceBundle, deployment: Deployment): Promise<Deployment> => {
  const { written, untidy } = await createDeployment(bundle, dashboardCluster);
  warnOfPreviousKeys(untidy);
  emptyVault(deployment.model.metadata.namespace);
  return asCreated(deployment, written);
};

const assemble = async (
  choices: DeploymentChoices,
  protocol: Protocol,
  applyFieldData: ApplyFieldData,
): Promise<Deployment & Required<Pick<Deployment, 'server'>>> => {
  const { project, name } = choices;
  const template = await queryClient.fetchQuery(templateQuery(protocol));
  const outcome = assembleServingRuntime({ template, project, name });
  if (outcome.status === 'failed') {
    throw new SubmissionError(outcome.message);
  }
  const server = outcome.runtime;
  const assembled = applyFieldData({
    modelServingPlatformId: KSERVE_PLATFORM,
    model: assembleInferenceService(choices),
    server,
  });
  return { ...assembled, server: assembled.server ?? server };
};

const asCreated = (deployment: Deployment, created: readonly WrittenObject[]): Deployment => {
  const service = created.find(({ object }) => object.kind === deployment.model.kind)?.object;
  const { model } = deployment;
  return service
    ? { ...deployment, model: { ...model, metadata: { ...model.metadata, ...service.metadata } } }
    : deployment;
};
