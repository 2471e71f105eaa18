import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { isNamespacedKind } from '../cluster/resource-table.ts';
import { dashboardConfig } from './dashboard-config.ts';
import { hardwareProfiles } from './hardware-profiles.ts';
import { dashboardNamespace, namespaces } from './namespaces.ts';
import { permissions } from './permissions.ts';

export { dashboardNamespace } from './namespaces.ts';
export { seedUsers } from './users.ts';

/**
 * What the cluster holds when nobody has done anything yet: the dashboard with its users' projects, and the plugin
 * installed by its own manifests into the dashboard's namespace.
 *
 * @param manifests the objects of `manifests/base`, as `loadManifests` reads them
 */
export const seedObjects = (manifests: KubernetesObject[]): KubernetesObject[] => [
  ...namespaces,
  ...permissions,
  ...dashboardConfig,
  ...hardwareProfiles,
  ...manifests.map(installed),
];

/** Puts a manifest where `kubectl apply --namespace` would. */
const installed = (manifest: KubernetesObject): KubernetesObject =>
  isNamespacedKind(manifest) && manifest.metadata.namespace === undefined
    ? { ...manifest, metadata: { ...manifest.metadata, namespace: dashboardNamespace } }
    : manifest;
