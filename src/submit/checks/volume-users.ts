import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { usedBy } from '../used-by.ts';

/**
 * The deployments that use a volume, but for one, by their names.
 *
 * @param deployments serving runtimes and InferenceServices: each of both may name the volume
 */
export const usersOfVolume = (
  name: string,
  deployments: readonly KubernetesObject[],
  except = '',
): string[] => {
  const users = deployments
    .filter(({ metadata }) => metadata.name !== except)
    .filter((one) => usedBy(one).includes(`PersistentVolumeClaim/${name}`));
  return [...new Set(users.map(({ metadata }) => metadata.name))];
};
