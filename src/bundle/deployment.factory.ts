import { loadManifests } from '../../test/embedded/seed/manifests.node.ts';
import type {
  Container,
  InferenceService,
  ServingRuntime,
  Template,
} from '../cluster/kubernetes.ts';
import { assembleInferenceService } from './assemble-inference-service.ts';
import type { DeploymentChoices, ModelChoice, StorageChoice } from './deployment-choices.ts';

/** Choices with everything optional switched off, but for what is given. */
export const choicesWith = (given: Partial<DeploymentChoices> = {}): DeploymentChoices => ({
  project: 'nim-demo',
  name: 'my-model',
  displayName: 'My model',
  description: '',
  replicas: 1,
  hardware: {},
  externalRoute: false,
  tokens: [],
  args: [],
  env: [],
  strategy: 'rolling',
  ...given,
});

export const llama: ModelChoice = {
  model: { namespace: 'nim/meta', name: 'llama-3.1-8b-instruct', displayName: 'Llama 3.1' },
  tag: '1.8',
};

export const newVolume = (
  given: Partial<Extract<StorageChoice, { kind: 'new' }>> = {},
): StorageChoice => ({
  kind: 'new',
  name: 'nim-my-model',
  size: '100Gi',
  storageClass: 'standard',
  subPath: '',
  ...given,
});

/** The Template that the wizard uses, as the plugin is installed with it. */
export const shippedTemplate = (): Template => {
  const shipped = loadManifests().find(({ metadata }) => metadata.name === 'nim-http-template');
  return structuredClone(shipped) as Template;
};

/** A Template with one serving runtime, whose specification or parts of it are given. */
export const templateWith = (
  spec: Partial<ServingRuntime['spec']> = {},
  metadata: Partial<ServingRuntime['metadata']> = {},
): Template => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'nim-http-template' },
  objects: [{ ...runtimeWith(spec), metadata: { name: 'nvidia-nim-runtime', ...metadata } }],
});

/** The container that serves the model, with what matters to a test. */
export const servingContainerWith = (given: Partial<Container> = {}): Container => ({
  name: 'kserve-container',
  ...given,
});

/** A serving runtime with what matters to a test. */
export const runtimeWith = (spec: Partial<ServingRuntime['spec']> = {}): ServingRuntime => ({
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'ServingRuntime',
  metadata: { name: 'my-model', namespace: 'nim-demo' },
  spec: { containers: [servingContainerWith()], ...spec },
});

/** A deployment of an empty runtime, or of the one that is given. */
export const deploymentWith = (
  server: ServingRuntime = runtimeWith(),
): { model: InferenceService; server: ServingRuntime } => ({
  model: assembleInferenceService(choicesWith()),
  server,
});
