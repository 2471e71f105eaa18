import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { comparable, find } from './in-cluster.ts';
import type { Stack } from './stack.ts';

/** What somebody else does in the project before or while a person is in the wizard. */
export const createAll = async (stack: Stack, objects: KubernetesObject[]): Promise<void> => {
  for (const object of objects) {
    await stack.create(object);
  }
};

/** Both Secrets of the project's key, readable. */
export const keySecretsIn = (objects: KubernetesObject[]) =>
  ['nim-api-key', 'nim-image-pull'].map((name) => comparable(find(objects, 'Secret', name)));
