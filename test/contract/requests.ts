import type { Asked, ContractAnswer, ContractCluster } from './contract-cluster.ts';
import { listAt, objectAt, textAt, type JsonObject } from '../embedded/cluster/json.ts';

/** The paths of collections in the project `nim-demo`, where ada edits, pat administers and vic looks. */
export const paths = {
  secrets: '/api/v1/namespaces/nim-demo/secrets',
  configMaps: '/api/v1/namespaces/nim-demo/configmaps',
  serviceAccounts: '/api/v1/namespaces/nim-demo/serviceaccounts',
  volumeClaims: '/api/v1/namespaces/nim-demo/persistentvolumeclaims',
  services: '/api/v1/namespaces/nim-demo/services',
  deployments: '/apis/apps/v1/namespaces/nim-demo/deployments',
  roles: '/apis/rbac.authorization.k8s.io/v1/namespaces/nim-demo/roles',
  roleBindings: '/apis/rbac.authorization.k8s.io/v1/namespaces/nim-demo/rolebindings',
  inferenceServices: '/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices',
  servingRuntimes: '/apis/serving.kserve.io/v1alpha1/namespaces/nim-demo/servingruntimes',
  templates: '/apis/template.openshift.io/v1/namespaces/opendatahub/templates',
  dashboardConfigs: '/apis/opendatahub.io/v1alpha/namespaces/opendatahub/odhdashboardconfigs',
  hardwareProfiles:
    '/apis/infrastructure.opendatahub.io/v1/namespaces/opendatahub/hardwareprofiles',
  accessReviews: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
} as const;

export const mergePatch = 'application/merge-patch+json';
export const jsonPatch = 'application/json-patch+json';

export const get = (path: string): Asked => ({ method: 'GET', path });
export const create = (path: string, body: unknown): Asked => ({ method: 'POST', path, body });
export const tryCreate = (path: string, body: unknown): Asked => create(`${path}?dryRun=All`, body);
export const replace = (path: string, body: unknown): Asked => ({ method: 'PUT', path, body });
export const merge = (path: string, body: unknown): Asked => ({
  method: 'PATCH',
  path,
  body,
  contentType: mergePatch,
});
export const operate = (path: string, body: unknown): Asked => ({
  method: 'PATCH',
  path,
  body,
  contentType: jsonPatch,
});
export const remove = (path: string, body?: unknown): Asked => ({
  method: 'DELETE',
  path,
  ...(body === undefined ? {} : { body }),
});

type Meta = Record<string, unknown>;

const named =
  (apiVersion: string, kind: string) =>
  (name: string, own: JsonObject = {}, meta: Meta = {}) => ({
    apiVersion,
    kind,
    metadata: { name, ...meta },
    ...own,
  });

export const secret = named('v1', 'Secret');
export const configMap = named('v1', 'ConfigMap');
export const serviceAccount = named('v1', 'ServiceAccount');
export const role = named('rbac.authorization.k8s.io/v1', 'Role');
export const roleBinding = named('rbac.authorization.k8s.io/v1', 'RoleBinding');
export const servingRuntime = named('serving.kserve.io/v1alpha1', 'ServingRuntime');

export const service = (name: string, meta: Meta = {}) =>
  named('v1', 'Service')(
    name,
    { spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, protocol: 'TCP' }] } },
    meta,
  );

export const deployment = (name: string, meta: Meta = {}) => {
  const labels = { app: name };
  const spec = { containers: [{ name: 'main', image: 'example.com/app:1' }] };
  return named('apps/v1', 'Deployment')(
    name,
    { spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } } },
    meta,
  );
};

export const volumeClaim = (name: string, spec: JsonObject = {}, meta: Meta = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, ...meta },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '30Gi' } },
    ...spec,
  },
});

export const inferenceService = (name: string, predictor: JsonObject = {}, meta: Meta = {}) => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name, ...meta },
  spec: { predictor: { model: { modelFormat: { name: 'llama' } }, ...predictor } },
});

export const accessReview = (resourceAttributes: JsonObject) =>
  create(paths.accessReviews, {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes },
  });

/** Creates what a test needs beforehand; a failure there is the test's failure. */
export const given = async (
  cluster: ContractCluster,
  user: string,
  path: string,
  object: unknown,
): Promise<JsonObject> => {
  const answer = await cluster.ask(user, create(path, object));
  if (answer.code !== 201) {
    throw new Error(`not created: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
};

/** What tells a failure apart: the code, and the Status' reason. */
export const failureOf = ({ code, body }: ContractAnswer): string =>
  `${code} ${textAt(body, 'reason')}`;

/**
 * The fields that a Status blames, sorted, each once. Positions in lists are left out: API servers before 1.23 or so
 * do not give them for custom resources.
 */
export const blamedFields = ({ body }: ContractAnswer): string[] => {
  const fields = listAt(objectAt(body, 'details'), 'causes').map((cause) =>
    (textAt(cause, 'field') ?? '').replaceAll(/\[\d+\]/g, ''),
  );
  return [...new Set(fields)].toSorted();
};

export const meta = ({ body }: ContractAnswer): JsonObject => objectAt(body, 'metadata');

/** The names of a list's items. */
export const namesIn = ({ body }: ContractAnswer): string[] =>
  listAt(body, 'items').map((item) => textAt(objectAt(item, 'metadata'), 'name') ?? '');
