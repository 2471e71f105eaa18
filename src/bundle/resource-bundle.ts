import type { KeySecretWrite } from '../apiKey/write-key.ts';
import type {
  InferenceService,
  PersistentVolumeClaim,
  ServingRuntime,
} from '../cluster/kubernetes.ts';
import type { DeploymentChoices, StorageChoice } from './deployment-choices.ts';
import { cacheVolumeClaim } from './storage-on-deployment.ts';
import { type TokenResources, tokenResources } from './token-resources.ts';

/** Everything that a new deployment is made of, as plain objects ready for the API server. */
export interface ResourceBundle {
  /** The key and the pull secret: empty when those that exist are used, or none is needed. */
  keyWrites: KeySecretWrite[];
  /** Missing when an existing volume is used. */
  volume?: PersistentVolumeClaim;
  runtime: ServingRuntime;
  inferenceService: InferenceService;
  /** Missing when no token was asked for. */
  tokens?: TokenResources;
}

/** Puts the bundle together. */
export const resourceBundle = (options: {
  choices: DeploymentChoices;
  storage: StorageChoice;
  keyWrites: KeySecretWrite[];
  deployment: { model: InferenceService; server: ServingRuntime };
}): ResourceBundle => {
  const { choices, keyWrites } = options;
  const volume = cacheVolumeClaim(choices.project, options.storage);
  const tokens = tokenResources({
    project: choices.project,
    deployment: choices.name,
    tokens: choices.tokens,
  });
  return {
    keyWrites,
    ...(volume ? { volume } : {}),
    runtime: options.deployment.server,
    inferenceService: options.deployment.model,
    ...(tokens ? { tokens } : {}),
  };
};
