import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';

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
 * tokens. There are Routes on OpenShift only, and another cluster's refusal is not even a Status: of a
 * kind that this person may not see or that the cluster does not know nothing is said.
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
        : { seen: [], isComplete: kind === 'Route' || outcome.error.kind === 'forbidden' };
    }),
  );
  return {
    seen: looks.flatMap(({ seen }) => seen),
    isComplete: looks.every(({ isComplete }) => isComplete),
  };
};
