import type { ResourceType } from './resource-type.ts';
import { coreSchemas } from './schema/core-schemas.ts';
import {
  hardwareProfileSchema,
  odhDashboardConfigSchema,
  projectSchema,
  routeSchema,
  templateSchema,
} from './schema/dashboard-schemas.ts';
import { inferenceServiceSchema, servingRuntimeSchema } from './schema/serving-schemas.ts';
import { configMapErrors, immutableErrors } from './validation/config-maps.ts';
import {
  bindingChangeErrors,
  bindingErrors,
  completeBinding,
  completeRole,
  roleErrors,
} from './validation/rbac-objects.ts';
import { completeSecret, secretChangeErrors, secretErrors } from './validation/secrets.ts';
import {
  completeStorageClass,
  storageClassChangeErrors,
  storageClassErrors,
} from './validation/storage-classes.ts';
import {
  completeVolumeClaim,
  volumeClaimChangeErrors,
  volumeClaimErrors,
} from './validation/volume-claims.ts';

type CoreKind = keyof typeof coreSchemas;

const core = (kind: CoreKind, plural: string, more: Partial<ResourceType> = {}): ResourceType => ({
  group: '',
  version: 'v1',
  kind,
  plural,
  singular: kind.toLowerCase(),
  shortNames: [],
  namespaced: true,
  custom: false,
  schema: coreSchemas[kind],
  names: 'subdomain',
  ...more,
});

const rbac = (kind: CoreKind, plural: string, more: Partial<ResourceType> = {}): ResourceType =>
  core(kind, plural, {
    group: 'rbac.authorization.k8s.io',
    names: 'path-segment',
    createOnUpdate: true,
    namespaced: !kind.startsWith('Cluster'),
    ...more,
  });

const role = { complete: completeRole, validate: roleErrors };
const binding = {
  complete: completeBinding,
  validate: bindingErrors,
  validateChange: bindingChangeErrors,
};

const review = (kind: CoreKind, group: string): ResourceType =>
  core(kind, `${kind.toLowerCase()}s`, {
    group,
    namespaced: false,
    review: true,
  });

const custom = (
  apiVersion: { group: string; version: string },
  kind: string,
  schema: ResourceType['schema'],
  more: Partial<ResourceType> = {},
): ResourceType => ({
  ...apiVersion,
  kind,
  plural: `${kind.toLowerCase()}s`,
  singular: kind.toLowerCase(),
  shortNames: [],
  namespaced: true,
  custom: true,
  schema,
  names: 'subdomain',
  ...more,
});

/** Every kind of resource that the embedded cluster serves. */
export const resourceTypes: ResourceType[] = [
  core('Namespace', 'namespaces', { namespaced: false, names: 'label', shortNames: ['ns'] }),
  core('ConfigMap', 'configmaps', {
    shortNames: ['cm'],
    validate: configMapErrors,
    validateChange: (object, before) => immutableErrors(object, before, ['data', 'binaryData']),
  }),
  core('Secret', 'secrets', {
    complete: completeSecret,
    validate: secretErrors,
    validateChange: secretChangeErrors,
  }),
  core('ServiceAccount', 'serviceaccounts', { shortNames: ['sa'], answersDeleted: true }),
  core('PersistentVolumeClaim', 'persistentvolumeclaims', {
    shortNames: ['pvc'],
    hasStatus: true,
    complete: completeVolumeClaim,
    validate: volumeClaimErrors,
    validateChange: volumeClaimChangeErrors,
  }),
  // Nothing is counted and no pod is limited here: they are there to be read.
  core('ResourceQuota', 'resourcequotas', { shortNames: ['quota'], hasStatus: true }),
  core('LimitRange', 'limitranges', { shortNames: ['limits'] }),
  // Nothing runs here: they are there for their names.
  core('Service', 'services', { shortNames: ['svc'], hasStatus: true, names: 'label' }),
  core('Deployment', 'deployments', { group: 'apps', shortNames: ['deploy'], hasStatus: true }),
  rbac('Role', 'roles', role),
  rbac('RoleBinding', 'rolebindings', binding),
  rbac('ClusterRole', 'clusterroles', role),
  rbac('ClusterRoleBinding', 'clusterrolebindings', binding),
  core('StorageClass', 'storageclasses', {
    group: 'storage.k8s.io',
    namespaced: false,
    shortNames: ['sc'],
    complete: completeStorageClass,
    validate: storageClassErrors,
    validateChange: storageClassChangeErrors,
  }),
  review('SelfSubjectAccessReview', 'authorization.k8s.io'),
  review('SelfSubjectRulesReview', 'authorization.k8s.io'),
  review('SelfSubjectReview', 'authentication.k8s.io'),
  custom({ group: 'project.openshift.io', version: 'v1' }, 'Project', projectSchema, {
    namespaced: false,
  }),
  custom({ group: 'template.openshift.io', version: 'v1' }, 'Template', templateSchema),
  custom({ group: 'route.openshift.io', version: 'v1' }, 'Route', routeSchema),
  custom(
    { group: 'opendatahub.io', version: 'v1alpha' },
    'OdhDashboardConfig',
    odhDashboardConfigSchema,
  ),
  custom(
    { group: 'infrastructure.opendatahub.io', version: 'v1' },
    'HardwareProfile',
    hardwareProfileSchema,
  ),
  custom(
    { group: 'serving.kserve.io', version: 'v1alpha1' },
    'ServingRuntime',
    servingRuntimeSchema,
  ),
  custom(
    { group: 'serving.kserve.io', version: 'v1beta1' },
    'InferenceService',
    inferenceServiceSchema,
    { hasStatus: true, shortNames: ['isvc'] },
  ),
];

/** The type that is served at a path's group, version and plural. */
export const resourceTypeAt = (
  group: string,
  version: string,
  plural: string,
): ResourceType | undefined =>
  resourceTypes.find(
    (type) => type.group === group && type.version === version && type.plural === plural,
  );

/** The type of an object by its `apiVersion` and `kind`. */
export const resourceTypeOf = (object: {
  apiVersion: string;
  kind: string;
}): ResourceType | undefined => {
  const [first = '', second] = object.apiVersion.split('/');
  const group = second === undefined ? '' : first;
  return resourceTypes.find((type) => type.group === group && type.kind === object.kind);
};

/** Whether an object of this kind lives in a namespace; a kind that is not served here counts as one that does. */
export const isNamespacedKind = (object: { apiVersion: string; kind: string }): boolean =>
  resourceTypeOf(object)?.namespaced ?? true;

/** Whether a group and version are the API server's own, not those of custom resources. */
export const isOwnGroup = (group: string, version: string): boolean =>
  resourceTypes.some((type) => !type.custom && type.group === group && type.version === version);
