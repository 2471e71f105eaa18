import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';

/** A Secret as an object, by its metadata: nobody here sees more of one that is there. */
export const secretIn = (namespace: string, metadata: ObjectMeta): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { ...metadata, namespace },
});
