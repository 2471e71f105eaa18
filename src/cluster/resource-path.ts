import type { ListReference, ObjectReference } from './cluster-client.ts';

/** The plural names under which the API server serves the kinds that the plugin uses. */
const PLURALS: Readonly<Record<string, string>> = {
  ConfigMap: 'configmaps',
  Deployment: 'deployments',
  InferenceService: 'inferenceservices',
  LimitRange: 'limitranges',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  ResourceQuota: 'resourcequotas',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  Route: 'routes',
  Secret: 'secrets',
  SelfSubjectAccessReview: 'selfsubjectaccessreviews',
  Service: 'services',
  ServiceAccount: 'serviceaccounts',
  ServingRuntime: 'servingruntimes',
  HardwareProfile: 'hardwareprofiles',
  StorageClass: 'storageclasses',
  Template: 'templates',
};

/** The plural of a kind in use. A kind that is not in the table is a bug in the plugin. */
export const pluralOf = (kind: string): string => {
  const plural = PLURALS[kind];
  if (plural === undefined) {
    throw new Error(`No plural is known for the kind ${kind}.`);
  }
  return plural;
};

/** The API server's path of one object: `/apis/<group>/<version>/namespaces/<ns>/<plural>/<name>`. */
export const objectPath = (reference: ObjectReference): string =>
  `${collectionPath({ ...reference, namespace: reference.metadata.namespace })}/${encodeURIComponent(reference.metadata.name)}`;

/** The API server's path of all objects of a kind. */
export const collectionPath = ({ apiVersion, kind, namespace }: ListReference): string => {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const scope = namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${root}${scope}/${pluralOf(kind)}`;
};
