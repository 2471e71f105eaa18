import type { ClusterOutcome } from '../cluster/cluster-error.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { SelfSubjectAccessReview } from '../cluster/kubernetes.ts';

/** Has the cluster say whether this person may do something; undefined where it answers and does not say. */
export const reviewAccess = async (
  resourceAttributes: SelfSubjectAccessReview['spec']['resourceAttributes'],
): Promise<ClusterOutcome<boolean | undefined>> => {
  const outcome = await dashboardCluster.create<SelfSubjectAccessReview>({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: { name: '' },
    spec: { resourceAttributes },
  });
  return outcome.status === 'ok' ? { status: 'ok', value: outcome.value.status?.allowed } : outcome;
};
