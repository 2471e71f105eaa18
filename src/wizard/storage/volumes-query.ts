import { queryOptions } from '@tanstack/react-query';
import { displayNameOf } from '../../bundle/display-name.ts';
import {
  NIM_SUB_PATH_ANNOTATION,
  NIM_VOLUME_ANNOTATION,
} from '../../bundle/storage-on-deployment.ts';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { PersistentVolumeClaim, StorageClass } from '../../cluster/kubernetes.ts';
import {
  type CacheVolume,
  cacheVolumeOf,
  type VolumeClass,
  volumeClassOf,
} from '../../submit/checks/cache-volume.ts';
import * as words from '../../words/loading.ts';
import { valueOrProblem } from '../load-problem.ts';

const DEFAULT_CLASS_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/** A storage class as it is offered for a new volume. */
export interface StorageClassOption extends VolumeClass {
  displayName: string;
  isDefault: boolean;
}

/** A volume of the project, with what matters to a model's cache. */
export interface VolumeOption extends CacheVolume {
  project: string;
  /** Where in it a NIM cached before; empty for the root. */
  subPath: string;
  isNimCache: boolean;
}

/** Where a model can be cached. */
export interface ProjectStorage {
  classes: StorageClassOption[];
  volumes: VolumeOption[];
}

/** The cluster's storage classes and the project's volumes, asked at once. */
export const volumesQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'volumes', project],
    queryFn: async ({ signal }): Promise<ProjectStorage> => {
      const [classes, claims] = await Promise.all([
        dashboardCluster.list<StorageClass>(
          { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
          { signal },
        ),
        dashboardCluster.list<PersistentVolumeClaim>(
          { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: project },
          { signal },
        ),
      ]);
      return {
        classes: valueOrProblem(classes, words.storageClasses).map(toClassOption),
        volumes: valueOrProblem(claims, words.volumes).map(toVolumeOption),
      };
    },
  });

const toClassOption = (storageClass: StorageClass): StorageClassOption => {
  const { annotations } = storageClass.metadata;
  return {
    ...volumeClassOf(storageClass),
    displayName: displayNameOf(storageClass.metadata),
    isDefault: annotations?.[DEFAULT_CLASS_ANNOTATION] === 'true',
  };
};

const toVolumeOption = (claim: PersistentVolumeClaim): VolumeOption => ({
  ...cacheVolumeOf(claim),
  project: claim.metadata.namespace ?? '',
  subPath: claim.metadata.annotations?.[NIM_SUB_PATH_ANNOTATION] ?? '',
  isNimCache: claim.metadata.annotations?.[NIM_VOLUME_ANNOTATION] === 'true',
});
