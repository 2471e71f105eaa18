import type { ClusterClient, ObjectReference } from '../../cluster/cluster-client.ts';
import type { ClusterError, ClusterOutcome } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { errorOf } from './memory-cluster.factory.ts';

/** An answer that never came. */
export const lost = (error: ClusterError = errorOf('unreachable')) =>
  ({ status: 'failed', error }) as const;

/** The cluster does what it is asked at these objects (`<kind>/<name>`), and the answer is lost; dry runs are answered. */
export const losing = (client: ClusterClient, ...ids: string[]): ClusterClient => {
  const answered = <T>(
    { kind, metadata }: ObjectReference,
    outcome: ClusterOutcome<T>,
    dryRun = false,
  ): ClusterOutcome<T> => (ids.includes(`${kind}/${metadata.name}`) && !dryRun ? lost() : outcome);
  return {
    ...client,
    create: async (object, options) =>
      answered(object, await client.create(object, options), options?.dryRun),
    patch: async <T extends KubernetesObject>(
      ...[reference, patch, options]: Parameters<ClusterClient['patch']>
    ) => answered(reference, await client.patch<T>(reference, patch, options), options?.dryRun),
    remove: async (reference, preconditions, options) =>
      answered(reference, await client.remove(reference, preconditions, options), options?.dryRun),
  };
};
