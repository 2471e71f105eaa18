import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { dashboardCluster } from '../../../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../../cluster/kubernetes.ts';
import { quantityOf } from '../../../cluster/quantity.ts';
import { valueOrProblem } from '../../load-problem.ts';
import { queryClient } from '../../query-client.ts';
import { settingsQuery } from '../../settings-query.ts';
import * as words from '../../../words/loading.ts';

const DISABLED_ANNOTATION = 'opendatahub.io/disabled';
const GPU = 'nvidia.com/gpu';

const amount = z.union([z.number(), z.string()]).transform((value) => quantityOf(value) ?? 0);

const profileSchema = z.object({
  metadata: z.object({ annotations: z.record(z.string()).optional() }),
  spec: z.object({
    identifiers: z
      .array(
        z.object({ identifier: z.string(), defaultCount: amount, maxCount: amount.optional() }),
      )
      .default([]),
  }),
});

/**
 * The most NVIDIA GPUs that any hardware profile of the dashboard can give one deployment; nobody who is no
 * administrator may look at the nodes themselves. How much memory such a GPU has, no profile says.
 */
export const clusterGpusQuery = queryOptions({
  queryKey: ['nimWizard', 'clusterGpus'],
  queryFn: async ({ signal }): Promise<number> => {
    const { namespace } = await queryClient.fetchQuery(settingsQuery);
    const outcome = await dashboardCluster.list<KubernetesObject>(
      { apiVersion: 'infrastructure.opendatahub.io/v1', kind: 'HardwareProfile', namespace },
      { signal },
    );
    return Math.max(0, ...valueOrProblem(outcome, words.hardwareProfiles).map(gpusOf));
  },
});

/** None for a profile that is switched off or cannot be read. */
const gpusOf = (object: KubernetesObject): number => {
  const profile = profileSchema.safeParse(object);
  if (!profile.success || profile.data.metadata.annotations?.[DISABLED_ANNOTATION] === 'true') {
    return 0;
  }
  const gpu = profile.data.spec.identifiers.find(({ identifier }) => identifier === GPU);
  return gpu?.maxCount ?? gpu?.defaultCount ?? 0;
};
