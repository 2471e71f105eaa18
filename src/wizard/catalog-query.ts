import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { isRecord } from '../bundle/is-record.ts';
import { furtherShards } from '../catalog/catalog-shards.ts';
import { parseCatalog, type Catalog } from '../catalog/parse-catalog.ts';
import type { ClusterOutcome } from '../cluster/cluster-error.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import * as words from '../words/loading.ts';
import { LoadProblem, valueOrProblem } from './load-problem.ts';
import { queryClient } from './query-client.ts';
import { settingsQuery } from './settings-query.ts';

const SHIPPED_CATALOG = 'nim-models-data';

/** A record schema would drop a key like `__proto__` without a word. */
const isTexts = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

const configMapSchema = z.object({
  metadata: z.object({ name: z.string(), annotations: z.record(z.string()).optional() }),
  data: z.custom<Record<string, string>>(isTexts).optional(),
});

/** A catalog that was read from a cluster. */
export interface LoadedCatalog extends Catalog {
  /** What it is called in a sentence, with the names of its ConfigMap and namespace. */
  title: string;
  /** Of each further ConfigMap without which it was read: why, and what to do. Not there where all came. */
  missingParts?: readonly string[];
}

/** The catalog of models: the shipped ConfigMap, or the one that the configuration names. */
export const catalogQuery = queryOptions({
  queryKey: ['nimWizard', 'catalog'],
  queryFn: async ({ signal }): Promise<LoadedCatalog> => {
    const settings = await queryClient.fetchQuery(settingsQuery);
    const place = settings.nimConfig.customConfigMap ?? {
      name: SHIPPED_CATALOG,
      namespace: settings.namespace,
    };
    return readCatalog(place, signal);
  },
  staleTime: Infinity,
});

interface Place {
  name: string;
  namespace: string;
}

/** One request for a catalog of the usual size; the further parts of a large one all at once. */
const readCatalog = async (place: Place, signal: AbortSignal): Promise<LoadedCatalog> => {
  const first = await readConfigMap(place, signal);
  const further = await Promise.all(
    furtherShards(first.metadata).map((name) => readShard({ ...place, name }, signal)),
  );
  const catalog = parseCatalog(
    first.data ?? {},
    ...further.flatMap(({ data }) => (data ? [data] : [])),
  );
  const missingParts = further.flatMap(({ missing }) => missing ?? []);
  return {
    ...catalog,
    title: titleOf(place),
    ...(missingParts.length > 0 ? { missingParts } : {}),
  };
};

const titleOf = ({ name, namespace }: Place): string => words.catalog(name, namespace);

const getConfigMap = (
  place: Place,
  signal: AbortSignal,
): Promise<ClusterOutcome<KubernetesObject>> =>
  dashboardCluster.get({ apiVersion: 'v1', kind: 'ConfigMap', metadata: place }, { signal });

const readConfigMap = async (
  place: Place,
  signal: AbortSignal,
): Promise<z.infer<typeof configMapSchema>> => {
  const title = titleOf(place);
  const configMap = configMapSchema.safeParse(
    valueOrProblem(await getConfigMap(place, signal), title, {
      notFound: words.noCatalog(place.name, place.namespace),
      forbidden: words.catalogForbidden(title),
      unreachable: words.catalogDidNotAnswer(title),
    }),
  );
  if (!configMap.success) {
    throw new LoadProblem(words.catalogUnreadable(title));
  }
  return configMap.data;
};

/** A part that is not there hides no other: it is said beside the others. */
const readShard = async (
  place: Place,
  signal: AbortSignal,
): Promise<{ data?: Record<string, string> | undefined; missing?: string }> => {
  const outcome = await getConfigMap(place, signal);
  if (outcome.status === 'failed' && outcome.error.kind === 'notFound') {
    return { missing: words.noCatalogPart(place.name, place.namespace) };
  }
  if (outcome.status === 'failed' && outcome.error.kind === 'forbidden') {
    return { missing: words.catalogPartForbidden(place.name, place.namespace) };
  }
  const configMap = configMapSchema.safeParse(valueOrProblem(outcome, titleOf(place)));
  return configMap.success
    ? { data: configMap.data.data }
    : { missing: words.catalogPartUnreadable(place.name, place.namespace) };
};
