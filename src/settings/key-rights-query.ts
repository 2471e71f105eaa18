import { queryOptions } from '@tanstack/react-query';
import {
  type AccessQuestion,
  type KeyRights,
  rightQuestions,
  rightsFrom,
} from '../apiKey/key-rights.ts';
import type { KeySecretNames } from '../apiKey/key-secrets.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { SelfSubjectAccessReview } from '../cluster/kubernetes.ts';
import { valueOrProblem } from '../wizard/load-problem.ts';
import { rights } from '../words/loading.ts';

/** What this person may do with the Secrets of a project's key: asked of the cluster, never guessed. */
export const keyRightsQuery = (project: string, names: KeySecretNames) =>
  queryOptions({
    queryKey: ['nimWizard', 'keyRights', project, names],
    queryFn: async (): Promise<KeyRights> =>
      rightsFrom(await Promise.all(rightQuestions(project, names).map(ask))),
    staleTime: 0,
    gcTime: 0,
  });

const ask = async ({
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
