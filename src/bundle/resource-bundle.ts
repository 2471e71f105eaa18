import { keySecrets } from '../apiKey/key-secrets.ts';
import type {
  InferenceService,
  PersistentVolumeClaim,
  Secret,
  ServingRuntime,
} from '../cluster/kubernetes.ts';
import type { DeploymentChoices, KeyChoice, StorageChoice } from './deployment-choices.ts';
import { cacheVolumeClaim } from './storage-on-deployment.ts';
import { type TokenResources, tokenResources } from './token-resources.ts';

/** Everything that a new deployment is made of, as plain objects ready for the API server. */
export interface ResourceBundle {
  /** The key and the pull secret: empty when they exist already, or none is needed. */
  keySecrets: Secret[];
  /** Missing when an existing volume is used. */
  volume?: PersistentVolumeClaim;
  runtime: ServingRuntime;
  inferenceService: InferenceService;
  /** Missing when no token was asked for. */
  tokens?: TokenResources;
}

/**
 * Puts the bundle together.
 *
 * @param options.key the key itself, when its Secrets are to be created with this deployment
 */
export const resourceBundle = (options: {
  choices: DeploymentChoices;
  storage: StorageChoice;
  keyNames: KeyChoice;
  key?: string | undefined;
  deployment: { model: InferenceService; server: ServingRuntime };
}): ResourceBundle => {
  const { choices, key, keyNames } = options;
  const volume = cacheVolumeClaim(choices.project, options.storage);
  const tokens = tokenResources({
    project: choices.project,
    deployment: choices.name,
    tokens: choices.tokens,
  });
  return {
    keySecrets:
      key !== undefined && keyNames
        ? keySecrets({ project: choices.project, names: keyNames, key })
        : [],
    ...(volume ? { volume } : {}),
    runtime: options.deployment.server,
    inferenceService: options.deployment.model,
    ...(tokens ? { tokens } : {}),
  };
};
