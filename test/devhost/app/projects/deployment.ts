import { commonFetchJSON } from '@openshift/dynamic-plugin-sdk-utils';
import type {
  InferenceService,
  Secret,
  ServingRuntime,
} from '../../../../src/cluster/kubernetes.ts';
import { KSERVE_PLATFORM, type Deployment } from '../../../../src/dashboard/host-contract.ts';
import { listResources, pathOf, type ResourceKind } from '../api/cluster.ts';
import { INFERENCE_SERVICE, SECRET, SERVING_RUNTIME } from '../api/resource-kinds.ts';
import { StatusError } from '../api/status-error.ts';

const read = async <Resource>(
  kind: ResourceKind,
  namespace: string,
  name: string,
): Promise<Resource> =>
  commonFetchJSON<Resource>(`${pathOf(kind, namespace)}/${encodeURIComponent(name)}`);

const isNotFound = (error: unknown): boolean =>
  error instanceof StatusError && error.statusObject.code === 404;

/** An InferenceService and, if it is there, the ServingRuntime that it names. */
export const readDeployment = async (namespace: string, name: string): Promise<Deployment> => {
  const model = await read<InferenceService>(INFERENCE_SERVICE, namespace, name);
  const deployment: Deployment = { modelServingPlatformId: KSERVE_PLATFORM, model };
  const runtime = model.spec.predictor.model?.runtime;
  if (runtime === undefined) {
    return deployment;
  }
  try {
    return {
      ...deployment,
      server: await read<ServingRuntime>(SERVING_RUNTIME, namespace, runtime),
    };
  } catch (error) {
    if (isNotFound(error)) {
      return deployment;
    }
    throw error;
  }
};

/** The token Secrets of a deployment's service account. */
export const readTokenSecrets = async (namespace: string, name: string): Promise<Secret[]> => {
  const secrets = await listResources<Secret>(SECRET, namespace, 'opendatahub.io/dashboard=true');
  return secrets.filter((secret) => isTokenOf(secret, name));
};

/** Whether a Secret holds a token of the deployment's service account. */
export const isTokenOf = ({ type, metadata }: Secret, name: string): boolean =>
  type === 'kubernetes.io/service-account-token' &&
  metadata.annotations?.['kubernetes.io/service-account.name'] === `${name}-sa`;

export const listDeployments = (namespace: string): Promise<InferenceService[]> =>
  listResources<InferenceService>(INFERENCE_SERVICE, namespace);
