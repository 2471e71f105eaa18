import type { CacheVolume } from './cache-volume.ts';

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
