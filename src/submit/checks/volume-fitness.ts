import type { CacheVolume, VolumeClass } from './cache-volume.ts';

/** Why no pod may use a volume, whoever else does. */
export type Unfitness = 'being-deleted' | 'lost' | 'block' | 'read-only';

/** Undefined for a volume that can be used. */
export const unfitnessOf = (volume: CacheVolume): Unfitness | undefined => {
  if (volume.isBeingDeleted) {
    return 'being-deleted';
  }
  if (volume.phase === 'Lost') {
    return 'lost';
  }
  if (volume.volumeMode === 'Block') {
    return 'block';
  }
  return volume.accessModes.every((mode) => mode === 'ReadOnlyMany') ? 'read-only' : undefined;
};

/**
 * Whether a volume is missing that its first pod alone would not bring about. Of classes that nobody could
 * see it is not said.
 */
export const isNotThereYet = (
  { phase, storageClass }: CacheVolume,
  classes: readonly VolumeClass[] | undefined,
): boolean =>
  phase === 'Pending' &&
  classes !== undefined &&
  !classes.some(
    ({ name, isProvisioned, waitsForPod }) => name === storageClass && isProvisioned && waitsForPod,
  );
