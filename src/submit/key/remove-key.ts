import type { KeySecretPair } from '../../apiKey/project-key.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { describeFailure } from '../describe/describe-failure.ts';
import { capitalize, nameObject } from '../describe/name-object.ts';
import {
  type Patience,
  type PatientCluster,
  usualPatience,
  withPatience,
} from '../run/patience.ts';
import { removeSurely } from '../run/sure-write.ts';
import { secretIn } from '../plan/secret-in.ts';

/** What became of removing a project's key. `message` says exactly what is gone and what is not. */
export type RemovalOutcome = { status: 'removed' } | { status: 'half' | 'failed'; message: string };

/**
 * Deletes the Secrets of a project's key, in the very version that was read, and nothing else. The
 * cluster is asked about all of them first, and the second goes only when the first is gone. A deleted
 * Secret cannot be put back: nobody here has read the key.
 */
export const removeKey = async (
  project: string,
  { apiKey, imagePull }: KeySecretPair,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<RemovalOutcome> => {
  const patient = withPatience(cluster, patience);
  const secrets = [apiKey, imagePull].flatMap((one) => (one ? [secretIn(project, one)] : []));
  const refused = (await Promise.all(secrets.map((one) => refusalOf(one, patient)))).flat();
  if (refused.length > 0) {
    return { status: 'failed', message: ['Nothing was removed.', ...refused].join(' ') };
  }
  for (const [index, object] of secrets.entries()) {
    const attempt = await removeSurely(object, { cluster: patient, patience, owners: [] });
    if (attempt.status === 'left') {
      const message = describeHalf(secrets, { object, error: attempt.error });
      return { status: index === 0 ? 'failed' : 'half', message };
    }
  }
  return { status: 'removed' };
};

/** Why the cluster would not remove a Secret; nothing if it would. */
const refusalOf = async (object: KubernetesObject, cluster: PatientCluster): Promise<string[]> => {
  const { uid, resourceVersion } = object.metadata;
  const outcome = await cluster.remove(object, { uid, resourceVersion }, { dryRun: true });
  return outcome.status === 'ok'
    ? []
    : [describeFailure({ verb: 'removed', object, error: outcome.error })];
};

/** Why it ended at one of the Secrets, and then what became of the other. */
const describeHalf = (
  secrets: readonly KubernetesObject[],
  failed: { object: KubernetesObject; error: ClusterError },
): string => {
  const ended = secrets.indexOf(failed.object);
  const others = secrets.flatMap((object, index) =>
    index === ended
      ? []
      : `${capitalize(nameObject(object))} ${index < ended ? 'is gone, and cannot be put back' : 'was left as it is'}.`,
  );
  return [describeFailure({ verb: 'removed', ...failed, isDoubtful: true }), ...others].join(' ');
};
