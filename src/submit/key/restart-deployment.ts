import type { KeyUser } from '../../bundle/key-users.ts';
import { isStopped, restartPatch } from '../../bundle/restart-patch.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import { describeFailure } from '../describe/describe-failure.ts';
import {
  type Patience,
  type PatientCluster,
  tryAgain,
  usualPatience,
  withPatience,
} from '../run/patience.ts';
import { write, type WriteOutcome } from '../run/write-step.ts';

/** What became of the restart of one deployment. `message` is a sentence for a person. */
export type RestartOutcome =
  { status: 'restarted' } | { status: 'stopped' } | { status: 'failed'; message: string };

interface RestartOptions {
  cluster: ClusterClient;
  /** The moment of the restart (ISO 8601). */
  at: string;
  patience?: Patience;
}

/**
 * Restarts a deployment. Its newest version is read first, since KServe itself writes to it all the
 * time; if it changes even then, it is read again, a few times.
 */
export const restartDeployment = async (
  { service, displayName }: Pick<KeyUser, 'service' | 'displayName'>,
  { cluster, at, patience = usualPatience }: RestartOptions,
): Promise<RestartOutcome> => {
  const patient = withPatience(cluster, patience);
  const outcome = await tryAgain(
    () => restartOnce(service, at, patient, patience),
    (answer) => answer.status !== 'failed' || answer.error.kind !== 'conflict',
    patience,
  );
  switch (outcome.status) {
    case 'ok':
      return { status: 'restarted' };
    case 'stopped':
      return { status: 'stopped' };
    case 'failed': {
      const failed = { verb: 'restarted', object: service, name: displayName } as const;
      return { status: 'failed', message: describeFailure({ ...failed, ...outcome }) };
    }
  }
};

const restartOnce = async (
  service: InferenceService,
  at: string,
  cluster: PatientCluster,
  patience: Patience,
): Promise<WriteOutcome | { status: 'stopped' }> => {
  const read = await cluster.get<InferenceService>(service);
  if (read.status === 'failed') {
    return { ...read, isDoubtful: false };
  }
  const object = read.value;
  if (isStopped(object)) {
    return { status: 'stopped' };
  }
  const patch = restartPatch(object, at);
  return write({ kind: 'patch', object, patch, before: object.metadata }, cluster, patience);
};
