import type { AccessQuestion, KeyRights } from '../apiKey/key-rights.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { SelfSubjectAccessReview } from '../cluster/kubernetes.ts';
import { rights } from '../words/loading.ts';
import { valueOrProblem } from './load-problem.ts';

/** Asks the cluster whether this person may do something. */
export const askAccess = async ({
  right,
  ...resourceAttributes
}: AccessQuestion): Promise<{ right: keyof KeyRights; isAllowed: boolean }> => {
  const outcome = await dashboardCluster.create<SelfSubjectAccessReview>({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    metadata: { name: '' },
    spec: { resourceAttributes },
  });
  const { status } = valueOrProblem(outcome, rights);
  return { right, isAllowed: status?.allowed === true };
};
