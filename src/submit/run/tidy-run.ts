import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
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
 * key, and the label of what outlives the deployment. A label that stays does no harm, since the
 * deployment of that submission is there; a previous key that stays is answered.
 */
export const tidyRun = async (
  written: readonly WrittenObject[],
  cluster: PatientCluster,
  patience: Patience,
): Promise<Untidy[]> => {
  const outcomes = await Promise.all(
    written.map(async (one): Promise<Untidy[]> => {
      const { step, object } = one;
      if (!step.tidy) {
        return [];
      }
      const target = step.replacement ? object : inAnyVersion(object);
      const attempt = await patchSurely(target, step.tidy, { cluster, patience });
      return attempt.status === 'left' && step.replacement
        ? [{ written: one, error: attempt.error }]
        : [];
    }),
  );
  return outcomes.flat();
};

/** Controllers write to a volume at any time; the label's patch is for its submission alone. */
const inAnyVersion = (object: KubernetesObject): KubernetesObject => {
  const { resourceVersion: _version, ...metadata } = object.metadata;
  return { ...object, metadata };
};
