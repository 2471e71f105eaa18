import type { ClusterError } from '../../cluster/cluster-error.ts';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';

const OF_ALL = [
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'route.openshift.io/v1', kind: 'Route' },
];

const OF_TOKENS = [
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: RBAC, kind: 'Role' },
  { apiVersion: RBAC, kind: 'RoleBinding' },
];

/** What there is of the kinds that are made for a deployment. */
interface SeenParts {
  seen: KubernetesObject[];
  /** Whether every kind came that this person may see and the cluster knows. */
  isComplete: boolean;
}

/**
 * The metadata of all that a project holds of the kinds that are made for a deployment, or besides for its
 * tokens. Of a kind that this person may not see or that the cluster does not know nothing is said.
 */
export const lookForParts = async (
  namespace: string,
  { hasTokens, signal }: { hasTokens: boolean; signal: AbortSignal },
): Promise<SeenParts> => {
  const kinds = hasTokens ? [...OF_ALL, ...OF_TOKENS] : OF_ALL;
  const looks = await Promise.all(
    kinds.map(async ({ apiVersion, kind }): Promise<SeenParts> => {
      const reference = { apiVersion, kind, namespace, onlyMetadata: true } as const;
      const outcome = await dashboardCluster.list(reference, { signal });
      return outcome.status === 'ok'
        ? // What is in a list does not say its kind.
          {
            seen: outcome.value.map(({ metadata }) => ({ apiVersion, kind, metadata })),
            isComplete: true,
          }
        : { seen: [], isComplete: isNothing(kind, outcome.error) };
    }),
  );
  return {
    seen: looks.flatMap(({ seen }) => seen),
    isComplete: looks.every(({ isComplete }) => isComplete),
  };
};

/**
 * Whether nothing is to be said of a kind that could not be listed. Whoever may not see it, may not: that
 * is no fault. There are Routes on OpenShift only: another cluster answers 404, and not with a Status.
 */
const isNothing = (kind: string, error: ClusterError): boolean =>
  error.kind === 'forbidden' || (kind === 'Route' && error.code === 404);
