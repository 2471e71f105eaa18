import { isStopped, restartPatch } from '../../bundle/restart-patch.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import { withoutPeriod } from '../describe/name-object.ts';

/** What became of the restart of one deployment. `message` is a sentence for a person. */
export type RestartOutcome =
  { status: 'restarted' } | { status: 'stopped' } | { status: 'failed'; message: string };

/**
 * Restarts a deployment. Its newest version is read first, since KServe itself writes to it all the
 * time; if it changes even then, nothing is done.
 */
export const restartDeployment = async (
  deployment: InferenceService,
  { cluster, at }: { cluster: ClusterClient; at: string },
): Promise<RestartOutcome> => {
  const read = await cluster.get<InferenceService>(deployment);
  if (read.status === 'failed') {
    return { status: 'failed', message: describeFailure(read.error) };
  }
  const newest = read.value;
  if (isStopped(newest)) {
    return { status: 'stopped' };
  }
  const { resourceVersion } = newest.metadata;
  const outcome = await cluster.patch(newest, restartPatch(newest, at), { resourceVersion });
  return outcome.status === 'ok'
    ? { status: 'restarted' }
    : { status: 'failed', message: describeFailure(outcome.error) };
};

const describeFailure = (error: ClusterError): string => {
  switch (error.kind) {
    case 'forbidden':
      return `You do not have permission to restart it (${withoutPeriod(error.message)}).`;
    case 'notFound':
      return 'It has been deleted meanwhile.';
    case 'conflict':
      return 'It changed at the same moment. Try again.';
    case 'unreachable':
      return `The cluster did not answer (${withoutPeriod(error.message)}), so it may be restarting.`;
    case 'unauthorized':
      return 'Your session has ended. Sign in again.';
    default:
      return `${withoutPeriod(error.message)}.`;
  }
};
