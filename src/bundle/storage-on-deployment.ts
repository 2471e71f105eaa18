import { MANAGED_LABEL } from '../apiKey/key-secrets.ts';
import type {
  Container,
  PersistentVolumeClaim,
  ServingRuntime,
  Volume,
  VolumeMount,
} from '../cluster/kubernetes.ts';
import type { StorageChoice } from './deployment-choices.ts';
import type { NimDeployment } from './nim-deployment.ts';
import {
  CACHE_PATH,
  CACHE_PATH_VARIABLE,
  withServingContainer,
  withVariable,
} from './serving-container.ts';

/** The name of the volume in the pod; the claim's own name may hold dots, which a volume's may not. */
const CACHE_VOLUME = 'nim-cache-volume';

/** By these the dashboard knows a volume that holds NIM caches, and where in it. */
export const NIM_VOLUME_ANNOTATION = 'dashboard.opendatahub.io/nim-pvc';
export const NIM_SUB_PATH_ANNOTATION = 'dashboard.opendatahub.io/nim-subpath';

/**
 * Mounts the chosen volume as the model cache. Every claim of the template is a placeholder for it,
 * whichever container mounts it, so that the runtime ends up with this one claim; the template's other
 * volumes stay.
 */
export const applyStorage = <D extends NimDeployment>(deployment: D, choice: StorageChoice): D =>
  deployment.server
    ? { ...deployment, server: withCache(deployment.server, choice) }
    : { ...deployment };

const withCache = (runtime: ServingRuntime, choice: StorageChoice): ServingRuntime => {
  const { volumes = [] } = runtime.spec;
  const kept = volumes.filter((volume) => !isClaim(volume));
  const cache: Volume = {
    name: freeName(kept),
    persistentVolumeClaim: { claimName: choice.name },
  };
  const mount: VolumeMount = {
    name: cache.name,
    mountPath: CACHE_PATH,
    ...(choice.subPath === '' ? {} : { subPath: choice.subPath }),
  };
  const placeholders = volumes.filter(isClaim).map(({ name }) => name);
  const replaced = withContainers(runtime, (container) =>
    withoutPlaceholders(container, placeholders, mount),
  );
  const mounted = withServingContainer(replaced, (container) => {
    const others = (container.volumeMounts ?? []).filter(
      ({ mountPath }) => mountPath !== CACHE_PATH,
    );
    return withVariable(
      { ...container, volumeMounts: [...others, mount] },
      { name: CACHE_PATH_VARIABLE, value: CACHE_PATH },
    );
  });
  return { ...mounted, spec: { ...mounted.spec, volumes: [...kept, cache] } };
};

const isClaim = (volume: Volume): boolean => volume.persistentVolumeClaim !== undefined;

/** A template may have a volume of ours' name that is none of ours. */
const freeName = (others: readonly Volume[]): string => {
  const isTaken = (name: string): boolean => others.some((volume) => volume.name === name);
  const numbered = others.map((_volume, index) => `${CACHE_VOLUME}-${index + 2}`);
  return [CACHE_VOLUME, ...numbered].find((name) => !isTaken(name)) ?? CACHE_VOLUME;
};

/** Where a placeholder is mounted as the cache, the sub-path goes with it; elsewhere its own stays. */
const withoutPlaceholders = (
  container: Container,
  placeholders: readonly string[],
  cache: VolumeMount,
): Container =>
  container.volumeMounts
    ? {
        ...container,
        volumeMounts: container.volumeMounts.map((mount) =>
          !placeholders.includes(mount.name)
            ? mount
            : mount.mountPath === CACHE_PATH
              ? { ...mount, ...cache }
              : { ...mount, name: cache.name },
        ),
      }
    : container;

/** Every container of the pod; KServe's own schema knows no init containers yet. */
const withContainers = (
  runtime: ServingRuntime,
  change: (container: Container) => Container,
): ServingRuntime => {
  const { containers, initContainers } = runtime.spec;
  return {
    ...runtime,
    spec: {
      ...runtime.spec,
      containers: containers.map(change),
      ...(initContainers ? { initContainers: initContainers.map(change) } : {}),
    },
  };
};

/** The claim for a new cache volume; undefined when an existing one is used. It outlives the deployment. */
export const cacheVolumeClaim = (
  project: string,
  choice: StorageChoice,
): PersistentVolumeClaim | undefined =>
  choice.kind === 'existing'
    ? undefined
    : {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: choice.name,
          namespace: project,
          labels: { [MANAGED_LABEL]: 'true' },
          annotations: {
            [NIM_VOLUME_ANNOTATION]: 'true',
            [NIM_SUB_PATH_ANNOTATION]: choice.subPath,
          },
        },
        spec: {
          accessModes: ['ReadWriteOnce'],
          volumeMode: 'Filesystem',
          storageClassName: choice.storageClass,
          resources: { requests: { storage: choice.size } },
        },
      };
