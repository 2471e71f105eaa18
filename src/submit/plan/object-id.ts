import type { KubernetesObject } from '../../cluster/kubernetes.ts';

/** `<kind>/<name>`: what an object is called in a plan, and by those who use it. */
export const objectId = ({ kind, metadata }: KubernetesObject): string =>
  `${kind}/${metadata.name}`;
