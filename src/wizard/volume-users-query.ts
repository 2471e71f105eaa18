import { queryOptions } from '@tanstack/react-query';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { ServingRuntime } from '../cluster/kubernetes.ts';
import * as words from '../words/loading.ts';
import { valueOrProblem } from './load-problem.ts';

/** The serving runtimes of a project, to say who uses a volume; asked when somebody chooses an existing one. */
export const volumeUsersQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'volumeUsers', project],
    queryFn: async ({ signal }): Promise<ServingRuntime[]> =>
      valueOrProblem(
        await dashboardCluster.list<ServingRuntime>(
          { apiVersion: 'serving.kserve.io/v1alpha1', kind: 'ServingRuntime', namespace: project },
          { signal },
        ),
        words.servingRuntimes,
      ),
  });
