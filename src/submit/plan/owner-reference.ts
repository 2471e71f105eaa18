import type { KubernetesObject, OwnerReference } from '../../cluster/kubernetes.ts';

/** What an object says of its owner, which is there: it goes when that goes, and holds its removal up for nobody. */
export const referenceTo = ({ apiVersion, kind, metadata }: KubernetesObject): OwnerReference => ({
  apiVersion,
  kind,
  name: metadata.name,
  uid: metadata.uid ?? '',
  blockOwnerDeletion: false,
});
