import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { manifestDocuments } from './manifest-documents.ts';

const files = import.meta.glob<string>('../../../manifests/base/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The objects of `manifests/base`, in the order of the file names, as Vite puts them into a page. */
export const loadManifests = (): KubernetesObject[] =>
  Object.entries(files)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, yaml]) => manifestDocuments(yaml));
