import { queryOptions } from '@tanstack/react-query';
import type { KeySecretNames } from '../apiKey/key-secrets.ts';
import { type KeyUser, keyUsers } from '../bundle/key-users.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import * as words from '../words/loading.ts';
import { valueOrProblem } from './load-problem.ts';

/** The deployments of a project that use a key's Secrets. */
export const keyUsersQuery = (project: string, names: KeySecretNames) =>
  queryOptions({
    queryKey: ['nimWizard', 'keyUsers', project, names],
    queryFn: async ({ signal }): Promise<KeyUser[]> => {
      const [runtimes, services] = await Promise.all([
        dashboardCluster.list<ServingRuntime>(
          { apiVersion: 'serving.kserve.io/v1alpha1', kind: 'ServingRuntime', namespace: project },
          { signal },
        ),
        dashboardCluster.list<InferenceService>(
          { apiVersion: 'serving.kserve.io/v1beta1', kind: 'InferenceService', namespace: project },
          { signal },
        ),
      ]);
      return keyUsers({
        names,
        runtimes: valueOrProblem(runtimes, words.servingRuntimes),
        services: valueOrProblem(services, words.deployments),
      });
    },
    staleTime: 0,
    gcTime: 0,
  });
