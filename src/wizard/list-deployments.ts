import type { ReadOptions } from '../cluster/cluster-client.ts';
import type { ClusterOutcome } from '../cluster/cluster-error.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import * as words from '../words/loading.ts';
import { valueOrProblem } from './load-problem.ts';

/**
 * All deployments of a project and the runtimes behind them.
 *
 * @throws LoadProblem when one of both did not come
 */
export const listDeployments = async (
  project: string,
  signal: AbortSignal,
): Promise<{ runtimes: ServingRuntime[]; services: InferenceService[] }> => {
  const [runtimes, services] = await askForDeployments(project, { signal });
  return {
    runtimes: valueOrProblem(runtimes, words.servingRuntimes),
    services: valueOrProblem(services, words.deployments),
  };
};

/** Asks for both at once: what came of the runtimes, and of the deployments. */
export const askForDeployments = (
  namespace: string,
  options: ReadOptions = {},
): Promise<[ClusterOutcome<ServingRuntime[]>, ClusterOutcome<InferenceService[]>]> =>
  Promise.all([
    dashboardCluster.list<ServingRuntime>(
      { apiVersion: 'serving.kserve.io/v1alpha1', kind: 'ServingRuntime', namespace },
      options,
    ),
    dashboardCluster.list<InferenceService>(
      { apiVersion: 'serving.kserve.io/v1beta1', kind: 'InferenceService', namespace },
      options,
    ),
  ]);
