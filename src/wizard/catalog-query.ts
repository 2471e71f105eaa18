import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { parseCatalog, type Catalog } from '../catalog/parse-catalog.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { LoadProblem, valueOrProblem } from './load-problem.ts';
import { queryClient } from './query-client.ts';
import { settingsQuery } from './settings-query.ts';

const SHIPPED_CATALOG = 'nim-models-data';

const configMapSchema = z.object({ data: z.record(z.string()).default({}) });

/** The catalog of models: the shipped ConfigMap, or the one that the configuration names. */
export const catalogQuery = queryOptions({
  queryKey: ['nimWizard', 'catalog'],
  queryFn: async ({ signal }): Promise<Catalog> => {
    const settings = await queryClient.fetchQuery(settingsQuery);
    const place = settings.nimConfig.customConfigMap ?? {
      name: SHIPPED_CATALOG,
      namespace: settings.namespace,
    };
    return readCatalog(place, signal);
  },
  staleTime: Infinity,
});

const readCatalog = async (
  place: { name: string; namespace: string },
  signal: AbortSignal,
): Promise<Catalog> => {
  const title = `the model catalog (ConfigMap ${place.name} in ${place.namespace})`;
  const outcome = await dashboardCluster.get<KubernetesObject>(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: place },
    { signal },
  );
  const configMap = configMapSchema.safeParse(
    valueOrProblem(outcome, title, {
      notFound: `There is no model catalog: the ConfigMap ${place.name} is not in the namespace ${place.namespace}. Ask an administrator to install it.`,
      forbidden: `You may not read ${title}. Ask an administrator to grant it to all users.`,
    }),
  );
  if (!configMap.success) {
    throw new LoadProblem(`${title} holds no readable models. Ask an administrator to replace it.`);
  }
  return parseCatalog(configMap.data.data);
};
