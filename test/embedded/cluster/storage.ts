import { copyOf } from './json.ts';
import type { ResourceType } from './resource-type.ts';
import type { StoredObject } from './stored-object.ts';

/** A kind is kept in one place whatever its version. */
type StoredType = Pick<ResourceType, 'group' | 'plural'>;

/** What etcd is to the API server: objects by type, namespace and name, and one revision for all of them. */
export interface Storage {
  /** The revision of the latest write, as `resourceVersion` text. */
  revision(): string;
  get(type: StoredType, namespace: string, name: string): StoredObject | undefined;
  /** In the order of namespace and name; all namespaces when none is given. */
  list(type: StoredType, namespace?: string): StoredObject[];
  /** Keeps the object under a new resourceVersion and returns it as kept. */
  put(type: StoredType, object: StoredObject): StoredObject;
  remove(type: StoredType, object: StoredObject): void;
  all(): StoredObject[];
}

const keyOf = (type: StoredType, namespace: string, name: string): string =>
  `${type.group}/${type.plural}/${namespace}/${name}`;

export const createStorage = (): Storage => {
  const objects = new Map<string, StoredObject>();
  let revision = 1;

  const sorted = (prefix: string): StoredObject[] =>
    [...objects.entries()]
      .filter(([key]) => key.startsWith(prefix))
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, object]) => copyOf(object));

  return {
    revision: () => String(revision),
    get: (type, namespace, name) => {
      const found = objects.get(keyOf(type, namespace, name));
      return found && copyOf(found);
    },
    list: (type, namespace) =>
      sorted(`${type.group}/${type.plural}/${namespace === undefined ? '' : `${namespace}/`}`),
    put: (type, object) => {
      revision += 1;
      const kept = copyOf(object);
      kept.metadata.resourceVersion = String(revision);
      objects.set(keyOf(type, kept.metadata.namespace ?? '', kept.metadata.name), kept);
      return copyOf(kept);
    },
    remove: (type, object) => {
      revision += 1;
      objects.delete(keyOf(type, object.metadata.namespace ?? '', object.metadata.name));
    },
    all: () => sorted(''),
  };
};
