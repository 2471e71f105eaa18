import type { ResourceKind } from './cluster.ts';

export const PROJECT: ResourceKind = {
  kind: 'Project',
  apiVersion: 'project.openshift.io/v1',
  plural: 'projects',
};
export const INFERENCE_SERVICE: ResourceKind = {
  kind: 'InferenceService',
  apiVersion: 'serving.kserve.io/v1beta1',
  plural: 'inferenceservices',
};
export const SERVING_RUNTIME: ResourceKind = {
  kind: 'ServingRuntime',
  apiVersion: 'serving.kserve.io/v1alpha1',
  plural: 'servingruntimes',
};
export const SECRET: ResourceKind = { kind: 'Secret', apiVersion: 'v1', plural: 'secrets' };
export const VOLUME_CLAIM: ResourceKind = {
  kind: 'PersistentVolumeClaim',
  apiVersion: 'v1',
  plural: 'persistentvolumeclaims',
};
export const SERVICE_ACCOUNT: ResourceKind = {
  kind: 'ServiceAccount',
  apiVersion: 'v1',
  plural: 'serviceaccounts',
};
export const ROLE: ResourceKind = {
  kind: 'Role',
  apiVersion: 'rbac.authorization.k8s.io/v1',
  plural: 'roles',
};
export const ROLE_BINDING: ResourceKind = {
  kind: 'RoleBinding',
  apiVersion: 'rbac.authorization.k8s.io/v1',
  plural: 'rolebindings',
};
export const HARDWARE_PROFILE: ResourceKind = {
  kind: 'HardwareProfile',
  apiVersion: 'infrastructure.opendatahub.io/v1',
  plural: 'hardwareprofiles',
};
