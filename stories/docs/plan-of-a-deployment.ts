import { madeUpId } from '../../src/apiKey/made-up-id.ts';
import { keySecretNames } from '../../src/apiKey/key-secrets.ts';
import { keyWrites } from '../../src/apiKey/write-key.ts';
import { assembleInferenceService } from '../../src/bundle/assemble-inference-service.ts';
import { assembleServingRuntime } from '../../src/bundle/assemble-serving-runtime.ts';
import type { DeploymentChoices, StorageChoice } from '../../src/bundle/deployment-choices.ts';
import { applyKey } from '../../src/bundle/key-on-deployment.ts';
import { type ResourceBundle, resourceBundle } from '../../src/bundle/resource-bundle.ts';
import { applyStorage } from '../../src/bundle/storage-on-deployment.ts';
import type { Template } from '../../src/cluster/kubernetes.ts';
import { planSubmission, type SubmitPlan } from '../../src/submit/plan/submit-plan.ts';
import { loadManifests } from '../../test/embedded/seed/manifests.browser.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';

export interface PlannedDeployment {
  /** Whose key it is: the project's, one for this deployment alone, or one that is there already. */
  usedKey: 'project' | 'deployment' | 'stored';
  /** Otherwise the cache is a volume that the project has. */
  hasNewVolume: boolean;
  /** Names of the tokens by which the model is called. */
  tokens: readonly string[];
}

/** The plan of a deployment, by the plugin's own code from the first choice to the last step. */
export const planOf = (planned: PlannedDeployment): SubmitPlan =>
  planSubmission(bundleOf(planned), madeUpId());

const bundleOf = ({ usedKey, hasNewVolume, tokens }: PlannedDeployment): ResourceBundle => {
  const choices: DeploymentChoices = {
    project: 'nim-demo',
    name: 'my-llama',
    displayName: 'My llama',
    description: '',
    replicas: 1,
    hardware: {},
    externalRoute: tokens.length > 0,
    tokens: tokens.map((name) => ({ displayName: name, name })),
    args: [],
    env: [],
    strategy: 'rolling',
  };
  const storage: StorageChoice = hasNewVolume
    ? {
        kind: 'new',
        name: 'nim-my-llama',
        size: '100Gi',
        storageClass: 'standard-csi',
        subPath: '',
      }
    : { kind: 'existing', name: 'models', subPath: '' };
  const names = keySecretNames(usedKey === 'deployment' ? 'deployment' : 'project', choices.name);
  const bare = { model: assembleInferenceService(choices), server: runtimeFor(choices) };
  return resourceBundle({
    choices,
    storage,
    keyWrites:
      usedKey === 'stored'
        ? []
        : keyWrites({ project: choices.project, names, stored, existing: {} }),
    deployment: applyKey(applyStorage(bare, storage), names),
  });
};

const stored = {
  key: testKeys.valid.key,
  record: {
    id: 'id-of-the-key',
    lastFour: 'a1b2',
    verification: 'verified',
    at: '2026-08-22T12:00:00.000Z',
    by: 'ada',
  },
} as const;

const runtimeFor = ({ project, name }: DeploymentChoices) => {
  const template = loadManifests().find(
    ({ metadata }) => metadata.name === 'nim-http-template',
  ) as Template;
  const outcome = assembleServingRuntime({ template, project, name });
  if (outcome.status === 'failed') {
    throw new Error(outcome.message);
  }
  return outcome.runtime;
};
