import { queryOptions } from '@tanstack/react-query';
import type { ClusterOutcome } from '../../../cluster/cluster-error.ts';
import { dashboardCluster } from '../../../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../../cluster/kubernetes.ts';
import * as words from '../../../words/loading.ts';
import { valueOrProblem } from '../../load-problem.ts';
import { queryClient } from '../../query-client.ts';
import { settingsQuery } from '../../settings-query.ts';
import { profileGpus } from './profile-gpus.ts';

/**
 * The most NVIDIA GPUs that any hardware profile of the dashboard or the project can give one deployment;
 * nobody who is no administrator may look at the nodes themselves. How much memory such a GPU has, no profile
 * says.
 *
 * @param project whose own profiles count, too; few projects have any
 */
export const clusterGpusQuery = (project: string | undefined) =>
  queryOptions({
    queryKey: ['nimWizard', 'clusterGpus', project],
    queryFn: async ({ signal }): Promise<number> => {
      const { namespace } = await queryClient.fetchQuery(settingsQuery);
      const [ofDashboard, ofProject] = await Promise.all([
        listProfiles(namespace, signal),
        project === undefined ? undefined : listProfiles(project, signal),
      ]);
      const profiles = [
        ...valueOrProblem(ofDashboard, words.hardwareProfiles),
        // Who may not see those of the project is offered none of them.
        ...(ofProject?.status === 'ok' ? ofProject.value : []),
      ];
      return Math.max(0, ...profiles.map(profileGpus));
    },
  });

const listProfiles = (
  namespace: string,
  signal: AbortSignal,
): Promise<ClusterOutcome<KubernetesObject[]>> =>
  dashboardCluster.list<KubernetesObject>(
    { apiVersion: 'infrastructure.opendatahub.io/v1', kind: 'HardwareProfile', namespace },
    { signal },
  );
