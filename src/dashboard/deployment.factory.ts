import { applyKey } from '../bundle/key-on-deployment.ts';
import { assembleServingRuntime } from '../bundle/assemble-serving-runtime.ts';
import {
  deploymentWith,
  llama,
  runtimeWith,
  shippedTemplate,
} from '../bundle/deployment.factory.ts';
import { applyModel } from '../bundle/model-on-deployment.ts';
import { applyStorage } from '../bundle/storage-on-deployment.ts';
import type { ServingRuntime } from '../cluster/kubernetes.ts';
import { type Deployment, KSERVE_PLATFORM } from './host-contract.ts';

const emptyRuntime = (): ServingRuntime => {
  const outcome = assembleServingRuntime({
    template: shippedTemplate(),
    project: 'nim-demo',
    name: 'my-model',
  });
  return outcome.status === 'ok' ? outcome.runtime : runtimeWith();
};

/** A deployment of nothing yet, as our `deploy` hands it to `apply`. */
export const assembledDeployment = (): Deployment => ({
  modelServingPlatformId: KSERVE_PLATFORM,
  ...deploymentWith(emptyRuntime()),
});

/** A deployed NIM: a model, a volume, and the project's key. */
export const deployedNim = (): Deployment => {
  const names = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };
  const withModel = applyModel(assembledDeployment(), llama);
  const withStorage = applyStorage(withModel, { kind: 'existing', name: 'models', subPath: 'a' });
  return applyKey(withStorage, names);
};

/** A deployment of the host's own, with a runtime that is no NIM. */
export const otherDeployment = (): Deployment => ({
  modelServingPlatformId: KSERVE_PLATFORM,
  ...deploymentWith(
    runtimeWith({ containers: [{ name: 'kserve-container', image: 'quay.io/vllm/vllm:1' }] }),
  ),
});
