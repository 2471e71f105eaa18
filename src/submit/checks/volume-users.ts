import type { ServingRuntime } from '../../cluster/kubernetes.ts';

/** The deployments that cache on a volume, but for one. */
export const usersOfVolume = (
  name: string,
  runtimes: readonly ServingRuntime[],
  except = '',
): string[] =>
  runtimes
    .filter(({ metadata }) => metadata.name !== except)
    .filter(({ spec }) =>
      spec.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === name),
    )
    .map(({ metadata }) => metadata.name);
