import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { resourceTypeOf } from '../embedded/cluster/resource-table.ts';

/** The API server's path of the collection that an object belongs to. */
export const pathOf = (object: KubernetesObject): string => {
  const type = resourceTypeOf(object);
  if (!type) {
    throw new Error(`The embedded cluster does not serve ${object.apiVersion} ${object.kind}.`);
  }
  const root = type.group === '' ? '/api/v1' : `/apis/${object.apiVersion}`;
  const { namespace } = object.metadata;
  const scope = type.namespaced ? `/namespaces/${namespace ?? 'default'}` : '';
  return `${root}${scope}/${type.plural}`;
};
