import { queryOptions } from '@tanstack/react-query';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import type { ClusterOutcome } from '../cluster/cluster-error.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { Secret } from '../cluster/kubernetes.ts';
import { LoadProblem } from './load-problem.ts';

/**
 * Whether a project has a key. `hidden`: this person may not read Secrets here, so nobody can tell.
 * `incomplete`: one of the two Secrets is missing.
 */
export type StoredKey = 'present' | 'absent' | 'incomplete' | 'hidden';

/** Looks for the project's two Secrets. Only whether they are there is kept, nothing of their data. */
export const storedKeyQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'storedKey', project],
    queryFn: async ({ signal }): Promise<StoredKey> => {
      const names = keySecretNames('project', '');
      const [apiKey, imagePull] = await Promise.all([
        readSecret(project, names.apiKey, signal),
        readSecret(project, names.imagePull, signal),
      ]);
      return apiKey === imagePull ? apiKey : 'incomplete';
    },
    gcTime: 0,
  });

const readSecret = async (
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<Exclude<StoredKey, 'incomplete'>> =>
  presenceOf(
    await dashboardCluster.get<Secret>(
      { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace } },
      { signal },
    ),
  );

const presenceOf = (outcome: ClusterOutcome<Secret>): Exclude<StoredKey, 'incomplete'> => {
  if (outcome.status === 'ok') {
    return 'present';
  }
  if (outcome.error.kind === 'notFound') {
    return 'absent';
  }
  if (outcome.error.kind === 'forbidden') {
    return 'hidden';
  }
  throw new LoadProblem(
    `The cluster did not say whether this project has a key: ${outcome.error.message}`,
    { cause: outcome.error.thrown },
  );
};
