import type { ClusterError } from '../../cluster/cluster-error.ts';
import { unmark } from '../plan/submission-label.ts';
import { inAnyVersion } from './any-version.ts';
import type { Patience, PatientCluster } from './patience.ts';
import { patchSurely } from './sure-write.ts';
import type { WrittenObject } from './undo-run.ts';

/** A Secret that still holds the previous key besides the new one. */
export interface Untidy {
  written: WrittenObject;
  error: ClusterError;
}

/**
 * Takes off what was needed only for as long as a submission may be undone, all at once: the previous
 * key, and a mark that could not be taken off in time. A previous key that stays is answered.
 */
export const tidyRun = async (
  written: readonly WrittenObject[],
  cluster: PatientCluster,
  patience: Patience,
): Promise<Untidy[]> => {
  const outcomes = await Promise.all(
    written.map(async (one): Promise<Untidy[]> => {
      const { step, object } = one;
      const patch = step.tidy ?? unmark(object.metadata);
      if (patch.length === 0) {
        return [];
      }
      // Controllers write to a volume at any time; the mark's patch is for its submission alone.
      const target = step.replacement ? object : inAnyVersion(object);
      const attempt = await patchSurely(target, patch, { cluster, patience });
      return attempt.status === 'left' && step.replacement
        ? [{ written: one, error: attempt.error }]
        : [];
    }),
  );
  return outcomes.flat();
};
