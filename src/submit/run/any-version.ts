import type { KubernetesObject } from '../../cluster/kubernetes.ts';

/** An object without the version in which it was seen: what is asked of it is meant for whichever it has by then. */
export const inAnyVersion = (object: KubernetesObject): KubernetesObject => {
  const { resourceVersion: _version, ...metadata } = object.metadata;
  return { ...object, metadata };
};
