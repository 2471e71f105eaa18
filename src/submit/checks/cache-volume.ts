import type { PersistentVolumeClaim } from '../../cluster/kubernetes.ts';

/** A volume, as far as it matters whether a model can be cached on it. */
export interface CacheVolume {
  name: string;
  size: string;
  accessModes: readonly string[];
  volumeMode?: string | undefined;
  phase?: string | undefined;
  isBeingDeleted: boolean;
}

export const cacheVolumeOf = ({ metadata, spec, status }: PersistentVolumeClaim): CacheVolume => ({
  name: metadata.name,
  size: spec.resources.requests.storage,
  accessModes: spec.accessModes,
  volumeMode: spec.volumeMode,
  phase: status?.phase,
  isBeingDeleted: metadata.deletionTimestamp !== undefined,
});
