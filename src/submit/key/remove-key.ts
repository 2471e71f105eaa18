import type { KeySecretPair } from '../../apiKey/project-key.ts';
import type { ClusterClient, ObjectReference } from '../../cluster/cluster-client.ts';
import type { ClusterError, ClusterOutcome } from '../../cluster/cluster-error.ts';
import type { ObjectMeta } from '../../cluster/kubernetes.ts';
import { withoutPeriod } from '../describe/name-object.ts';

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
  const secrets = [apiKey, imagePull].filter((secret) => secret !== undefined);
  const remove = (secret: ObjectMeta, dryRun: boolean): Promise<ClusterOutcome<undefined>> => {
    const { uid, resourceVersion } = secret;
    return cluster.remove(referenceTo(project, secret), { uid, resourceVersion }, { dryRun });
  };
  const refusals = await Promise.all(
    secrets.map(async (secret) => failureOf(secret, await remove(secret, true))),
  );
  const refused = refusals.flat();
  if (refused.length > 0) {
    return { status: 'failed', message: ['Nothing was removed.', ...refused].join(' ') };
  }
  const gone: string[] = [];
  for (const secret of secrets) {
    const outcome = await remove(secret, false);
    if (outcome.status === 'failed' && outcome.error.kind !== 'notFound') {
      return { status: 'failed', message: describeHalf(gone, secret, outcome.error) };
    }
    gone.push(secret.name);
  }
  return { status: 'removed' };
};

const referenceTo = (namespace: string, { name }: ObjectMeta): ObjectReference => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace },
});

const failureOf = ({ name }: ObjectMeta, outcome: ClusterOutcome<undefined>): string[] =>
  outcome.status === 'ok' ? [] : [describeFailure(name, outcome.error)];

const describeHalf = (gone: readonly string[], { name }: ObjectMeta, error: ClusterError): string =>
  [
    ...gone.map((one) => `The Secret ${one} was removed, and cannot be put back.`),
    ...(gone.length === 0 && error.kind !== 'unreachable' ? ['Nothing was removed.'] : []),
    describeFailure(name, error),
  ].join(' ');

const describeFailure = (name: string, error: ClusterError): string => {
  switch (error.kind) {
    case 'conflict':
      return `The Secret ${name} was not removed: somebody has changed it meanwhile. Look at the project's key again.`;
    case 'notFound':
      return `The Secret ${name} is gone already: somebody has removed it.`;
    case 'forbidden':
      return `The Secret ${name} was not removed: you do not have permission (${withoutPeriod(error.message)}).`;
    case 'unreachable':
      return `The cluster did not answer when the Secret ${name} was removed (${withoutPeriod(error.message)}), so it may be gone.`;
    default:
      return `The Secret ${name} was not removed: ${withoutPeriod(error.message)}.`;
  }
};
