import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';

/** One of a key's Secrets as an object, by its metadata: nobody here sees more of it. */
export const secretIn = (namespace: string, metadata: ObjectMeta): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { ...metadata, namespace },
});
