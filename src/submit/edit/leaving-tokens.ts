import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import type { FailedRequest } from '../describe/describe-failure.ts';
import type { PatientCluster } from '../run/patience.ts';
import { type Attempting, patchSurely, removeSurely } from '../run/sure-write.ts';
import type { TokenChange } from './token-change.ts';

/**
 * Asks the cluster whether the tokens that leave may be removed, and those that get another name renamed;
 * changes nothing.
 */
export const checkLeavingTokens = async (
  change: TokenChange,
  cluster: PatientCluster,
): Promise<FailedRequest[]> => {
  const dryRun = { dryRun: true };
  const outcomes = await Promise.all([
    ...change.removed.map(async (secret) => ({
      secret,
      outcome: await cluster.remove(secret, { uid: secret.metadata.uid }, dryRun),
    })),
    ...change.renamed.map(async ({ secret, patch }) => ({
      secret,
      outcome: await cluster.patch(secret, patch, dryRun),
    })),
  ]);
  return outcomes.flatMap(({ secret, outcome }) =>
    outcome.status === 'failed' && !isGone(outcome.error) ? [refused(secret, outcome.error)] : [],
  );
};

/** Of a token that is gone nothing need be removed, and of one that is another by now nothing must be. */
const isGone = ({ kind }: ClusterError): boolean => kind === 'notFound' || kind === 'conflict';

/**
 * Removes and renames, once the deployment is updated: a token that was removed must work no more. An
 * answer that was lost is looked into, and what may work the next time is tried again.
 */
export const removeTokens = async (
  change: TokenChange,
  attempting: Attempting,
): Promise<FailedRequest[]> => {
  const outcomes = await Promise.all([
    ...change.removed.map(async (secret) => {
      const attempt = await removeSurely(secret, { ...attempting, owners: [] });
      return attempt.status === 'left' ? [refused(secret, attempt.error)] : [];
    }),
    ...change.renamed.map(async ({ secret, patch }) => {
      const attempt = await patchSurely(secret, patch, attempting);
      return attempt.status === 'left' && attempt.error.kind !== 'notFound'
        ? [refused(secret, attempt.error)]
        : [];
    }),
  ]);
  return outcomes.flat();
};

const refused = (object: KubernetesObject, error: ClusterError): FailedRequest => ({
  verb: 'updated',
  object,
  error,
});
