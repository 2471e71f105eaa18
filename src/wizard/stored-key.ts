import { keySecretNames, MANAGED_LABEL } from '../apiKey/key-secrets.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { Secret } from '../cluster/kubernetes.ts';
import { valueOrProblem } from './load-problem.ts';

/**
 * Whether a project has a key. `hidden`: this person may not list Secrets here, so nobody can tell.
 * `incomplete`: one of the two Secrets is missing.
 */
export type StoredKey = 'present' | 'absent' | 'incomplete' | 'hidden';

/** Looks for the project's two Secrets by one request that answers with their metadata only. */
export const readStoredKey = async (project: string, signal: AbortSignal): Promise<StoredKey> => {
  const outcome = await dashboardCluster.list<Secret>(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      namespace: project,
      labelSelector: `${MANAGED_LABEL}=true`,
    },
    { signal },
  );
  if (outcome.status === 'failed' && outcome.error.kind === 'forbidden') {
    return 'hidden';
  }
  const names = valueOrProblem(outcome, "this project's Secrets").map(
    ({ metadata }) => metadata.name,
  );
  const { apiKey, imagePull } = keySecretNames('project', '');
  const [hasKey, hasPull] = [names.includes(apiKey), names.includes(imagePull)];
  if (hasKey !== hasPull) {
    return 'incomplete';
  }
  return hasKey ? 'present' : 'absent';
};
