import type { KeySecretPair } from '../apiKey/project-key.ts';
import type { ClusterClient } from '../cluster/cluster-client.ts';
import type { ClusterError, ClusterOutcome } from '../cluster/cluster-error.ts';
import type { KubernetesObject, ObjectMeta } from '../cluster/kubernetes.ts';
import { describeFailure } from './describe-failure.ts';
import { capitalize, nameObject } from './name-object.ts';

/** What became of removing a project's key. `message` says exactly what is gone and what is not. */
export type RemovalOutcome = { status: 'removed' } | { status: 'failed'; message: string };

/**
 * Deletes the Secrets of a project's key, in the very version that was read, and nothing else. The
 * cluster is asked about all of them first. A deleted Secret cannot be put back: nobody here has read
 * the key.
 */
export const removeKey = async (
  project: string,
  { apiKey, imagePull }: KeySecretPair,
  cluster: ClusterClient,
): Promise<RemovalOutcome> => {
  const secrets = [apiKey, imagePull].flatMap((secret) =>
    secret ? [secretOf(project, secret)] : [],
  );
  const remove = (
    secret: KubernetesObject,
    dryRun: boolean,
  ): Promise<ClusterOutcome<undefined>> => {
    const { uid, resourceVersion } = secret.metadata;
    return cluster.remove(secret, { uid, resourceVersion }, { dryRun });
  };
  const refusals = await Promise.all(
    secrets.map(async (secret) => failureOf(secret, await remove(secret, true))),
  );
  const refused = refusals.flat();
  if (refused.length > 0) {
    return { status: 'failed', message: ['Nothing was removed.', ...refused].join(' ') };
  }
  const gone: KubernetesObject[] = [];
  for (const secret of secrets) {
    const outcome = await remove(secret, false);
    if (outcome.status === 'failed' && outcome.error.kind !== 'notFound') {
      return { status: 'failed', message: describeHalf(gone, secret, outcome.error) };
    }
    gone.push(secret);
  }
  return { status: 'removed' };
};

const secretOf = (namespace: string, metadata: ObjectMeta): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { ...metadata, namespace },
});

const failureOf = (object: KubernetesObject, outcome: ClusterOutcome<undefined>): string[] =>
  outcome.status === 'ok'
    ? []
    : [describeFailure({ verb: 'removed', object, error: outcome.error })];

const describeHalf = (
  gone: readonly KubernetesObject[],
  object: KubernetesObject,
  error: ClusterError,
): string =>
  [
    ...gone.map((one) => `${capitalize(nameObject(one))} was removed, and cannot be put back.`),
    ...(gone.length === 0 && error.kind !== 'unreachable' ? ['Nothing was removed.'] : []),
    describeFailure({ verb: 'removed', object, error, isDoubtful: true }),
  ].join(' ');
