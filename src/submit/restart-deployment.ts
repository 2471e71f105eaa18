import type { KeyUser } from '../bundle/key-users.ts';
import { isStopped, restartPatch } from '../bundle/restart-patch.ts';
import type { ClusterClient } from '../cluster/cluster-client.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { describeFailure } from './describe-failure.ts';

/** What became of the restart of one deployment. `message` is a sentence for a person. */
export type RestartOutcome =
  { status: 'restarted' } | { status: 'stopped' } | { status: 'failed'; message: string };

/**
 * Restarts a deployment. Its newest version is read first, since KServe itself writes to it all the
 * time; if it changes even then, nothing is done.
 */
export const restartDeployment = async (
  { service, displayName }: Pick<KeyUser, 'service' | 'displayName'>,
  { cluster, at }: { cluster: ClusterClient; at: string },
): Promise<RestartOutcome> => {
  const failed = (error: ClusterError, isDoubtful: boolean): RestartOutcome => ({
    status: 'failed',
    message: describeFailure({
      verb: 'restarted',
      object: service,
      name: displayName,
      error,
      isDoubtful,
    }),
  });
  const read = await cluster.get<InferenceService>(service);
  if (read.status === 'failed') {
    return failed(read.error, false);
  }
  const newest = read.value;
  if (isStopped(newest)) {
    return { status: 'stopped' };
  }
  const { resourceVersion } = newest.metadata;
  const outcome = await cluster.patch(newest, restartPatch(newest, at), { resourceVersion });
  return outcome.status === 'ok' ? { status: 'restarted' } : failed(outcome.error, true);
};
