import type { ClusterError } from '../../cluster/cluster-error.ts';
import { unmark } from '../plan/submission-label.ts';
import { isAsLeftBy } from './patched-object.ts';
import { isPassing, type Patience, type PatientCluster, tryAgain } from './patience.ts';
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
      const error = await tryAgain(
        () => tidyOnce(one, cluster),
        (answer) => answer === undefined || !isPassing(answer),
        patience,
      );
      return error && one.step.replacement ? [{ written: one, error }] : [];
    }),
  );
  return outcomes.flat();
};

const tidyOnce = async (
  { step, object }: WrittenObject,
  cluster: PatientCluster,
): Promise<ClusterError | undefined> => {
  const tidy = step.tidy ?? unmark(object.metadata);
  if (tidy.length === 0) {
    return undefined;
  }
  // Controllers write to a volume at any time; the mark's patch is for its submission alone.
  const { resourceVersion } = step.replacement ? object.metadata : {};
  const outcome = await cluster.patch(object, tidy, { resourceVersion });
  if (outcome.status === 'ok') {
    return undefined;
  }
  const there = isPassing(outcome.error) ? await cluster.get(object) : outcome;
  return there.status === 'ok' && isAsLeftBy(tidy, there.value.metadata)
    ? undefined
    : outcome.error;
};
