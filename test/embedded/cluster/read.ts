import { fieldMatcher, labelMatcher } from './request/selectors.ts';
import { apiVersionOf, type ResourceType } from './resource-type.ts';
import type { Storage } from './storage.ts';
import type { StoredObject } from './stored-object.ts';

/** The objects of a type that a list's selectors choose. */
export const selected = (
  storage: Storage,
  type: ResourceType,
  namespace: string,
  query: URLSearchParams,
): StoredObject[] => {
  const byLabels = labelMatcher(query.get('labelSelector') ?? '');
  const byFields = fieldMatcher(query.get('fieldSelector') ?? '', type.kind);
  return storage
    .list(type, namespace === '' || !type.namespaced ? undefined : namespace)
    .filter((object) => byLabels(object) && byFields(object));
};

/** A list as the API server writes it: the items of its own kinds do not repeat kind and version. */
export const listOf = (storage: Storage, type: ResourceType, items: StoredObject[]): object => ({
  kind: `${type.kind}List`,
  apiVersion: apiVersionOf(type),
  metadata: { ...(type.custom ? { continue: '' } : {}), resourceVersion: storage.revision() },
  items: type.custom ? items : items.map(({ apiVersion: _version, kind: _kind, ...item }) => item),
});
