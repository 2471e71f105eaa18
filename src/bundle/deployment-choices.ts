import type { KeySecretNames } from '../apiKey/key-secrets.ts';
import type { CatalogModel } from '../catalog/catalog-model.ts';
import type { ResourceRequirements, Toleration } from '../cluster/kubernetes.ts';

/** The model to deploy: a catalog entry's repository and one of its tags, exactly as listed. */
export interface ModelChoice {
  model: Pick<CatalogModel, 'namespace' | 'name' | 'displayName'>;
  tag: string;
}

/** Where the model's files are kept between starts. Sizes are Kubernetes quantities (`100Gi`). */
export type StorageChoice =
  | { kind: 'new'; name: string; size: string; storageClass: string; subPath: string }
  | { kind: 'existing'; name: string; subPath: string };

/** The key's Secrets that the runtime refers to; undefined when the cluster pulls with its own. */
export type KeyChoice = KeySecretNames | undefined;

export interface HardwareChoice {
  resources?: ResourceRequirements;
  tolerations?: Toleration[];
  nodeSelector?: Record<string, string>;
  /** The profile that the choice was made from; undefined for settings that exist already. */
  profile?: { name: string; namespace: string; resourceVersion: string };
}

/** One token for calling the model, by the name a person gave it. */
export interface TokenChoice {
  displayName: string;
  name: string;
}

/** What the host's own fields say about a deployment. */
export interface DeploymentChoices {
  project: string;
  /** The name of the InferenceService and the ServingRuntime. */
  name: string;
  displayName: string;
  description: string;
  replicas: number;
  hardware: HardwareChoice;
  externalRoute: boolean;
  tokens: TokenChoice[];
  /** Whether calling the model takes a token; if it is not said, it does when there are some. */
  isProtected?: boolean;
  args: string[];
  env: { name: string; value: string }[];
  strategy: 'rolling' | 'recreate';
  aiAsset?: { useCase?: string };
}
