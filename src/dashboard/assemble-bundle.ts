import type { KeySecretWrite } from '../apiKey/write-key.ts';
import { assembleInferenceService } from '../bundle/assemble-inference-service.ts';
import { assembleServingRuntime } from '../bundle/assemble-serving-runtime.ts';
import type { DeploymentChoices } from '../bundle/deployment-choices.ts';
import { type ResourceBundle, resourceBundle } from '../bundle/resource-bundle.ts';
import { filesByParameters } from '../catalog/recommended-size.ts';
import type { Template } from '../cluster/kubernetes.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { chosenModelSchema, protocolOf } from '../wizard/model/model-field-value.ts';
import { queryClient } from '../wizard/query-client.ts';
import { storageChoice, storageFieldSchema } from '../wizard/storage/storage-field-value.ts';
import { templateQuery } from '../wizard/template-query.ts';
import { MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import {
  type ApplyFieldData,
  type Deployment,
  KSERVE_PLATFORM,
  type WizardState,
} from './host-contract.ts';
import { needsOfChosen } from './needs-of-chosen.ts';

/**
 * Everything that a new deployment is made of, from the wizard's state.
 *
 * @throws SubmissionError or LoadProblem when the Template is not there or cannot be used
 */
export const assembleBundle = async (options: {
  state: WizardState;
  choices: DeploymentChoices;
  keyWrites: KeySecretWrite[];
  applyFieldData: ApplyFieldData;
}): Promise<{ bundle: ResourceBundle; deployment: Deployment }> => {
  const { state, choices, keyWrites } = options;
  const protocol = protocolOf(chosenModelSchema.parse(state[MODEL_FIELD]));
  const template = await queryClient.fetchQuery(templateQuery(protocol));
  const modelBytes = filesByParameters(needsOfChosen(state))?.bytes;
  const deployment = assemble({ ...options, template, modelBytes });
  const storage = storageChoice(storageFieldSchema.parse(state[STORAGE_FIELD]), choices.name);
  return { bundle: resourceBundle({ choices, storage, keyWrites, deployment }), deployment };
};

const assemble = (options: {
  choices: DeploymentChoices;
  template: Template;
  modelBytes: number | undefined;
  applyFieldData: ApplyFieldData;
}): Deployment & Required<Pick<Deployment, 'server'>> => {
  const { choices, template, modelBytes } = options;
  const { project, name } = choices;
  const outcome = assembleServingRuntime({ template, project, name, modelBytes });
  if (outcome.status === 'failed') {
    throw new SubmissionError(outcome.message);
  }
  const server = outcome.runtime;
  const assembled = options.applyFieldData({
    modelServingPlatformId: KSERVE_PLATFORM,
    model: assembleInferenceService(choices),
    server,
  });
  return { ...assembled, server: assembled.server ?? server };
};
