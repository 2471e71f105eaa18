import type { PersistentVolumeClaim, StorageClass } from '../../cluster/kubernetes.ts';

/** A volume, as far as it matters whether a model can be cached on it. */
export interface CacheVolume {
  name: string;
  size: string;
  accessModes: readonly string[];
  volumeMode?: string | undefined;
  phase?: string | undefined;
  /** The name of the class that makes it. */
  storageClass?: string | undefined;
  isBeingDeleted: boolean;
}

/** Reads a volume of the project, or one that is to be made. */
export const cacheVolumeOf = ({ metadata, spec, status }: PersistentVolumeClaim): CacheVolume => ({
  name: metadata.name,
  size: spec.resources.requests.storage,
  accessModes: spec.accessModes,
  volumeMode: spec.volumeMode,
  phase: status?.phase,
  storageClass: spec.storageClassName,
  isBeingDeleted: metadata.deletionTimestamp !== undefined,
});

/** A storage class, as far as it matters whether a volume will be made. */
export interface VolumeClass {
  name: string;
  /** Whether somebody makes volumes of it, and not an administrator each by hand. */
  isProvisioned: boolean;
  /** Whether a volume is made only when its first pod is there. */
  waitsForPod: boolean;
}

/** Reads a storage class of the cluster. */
export const volumeClassOf = ({
  metadata,
  provisioner,
  volumeBindingMode,
}: StorageClass): VolumeClass => ({
  name: metadata.name,
  isProvisioned: provisioner !== 'kubernetes.io/no-provisioner',
  waitsForPod: volumeBindingMode === 'WaitForFirstConsumer',
});
