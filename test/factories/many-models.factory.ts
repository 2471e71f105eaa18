import { SHARDS_ANNOTATION } from '../../src/catalog/catalog-shards.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { dashboardNamespace } from '../embedded/seed/namespaces.ts';

/** So many fit into a ConfigMap of 1 MiB. */
const SHARD = 2_000;
const CATALOG = 'nim-models-data';
const FAMILIES = ['Llama', 'Nemotron', 'Mistral', 'Qwen', 'Whisper', 'Embedding'];

/** The entries of a catalog of so many models, of 40 publishers, with what NVIDIA says of GPUs. */
export const manyModels = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const model = modelOf(index);
      return [model.name, JSON.stringify(model)];
    }),
  );

const modelOf = (index: number) => {
  const family = FAMILIES[index % FAMILIES.length] ?? '';
  const size = 1 + (index % 90);
  return {
    name: `${family.toLowerCase()}-${index}-${size}b-instruct`,
    displayName: `${family} ${index} ${size}B Instruct`,
    shortDescription: `Made up: the model number ${index} of the family ${family}.`,
    namespace: `nim/publisher-${index % 40}`,
    tags: ['latest', '1', '1.0', '1.0.0', `1.${index % 20}.0`],
    updatedDate: new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString(),
    profiles: [{ tensorParallelSize: 1 + (index % 16), minVramPerDeviceGb: 24 }],
  };
};

/** A catalog that is larger than one ConfigMap: the first names the others. */
export const catalogInShards = (data: Record<string, string>): KubernetesObject[] => {
  const entries = Object.entries(data);
  const names = Array.from({ length: Math.ceil(entries.length / SHARD) }, (_, index) =>
    index === 0 ? CATALOG : `${CATALOG}-${index + 1}`,
  );
  return names.map((name, index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: dashboardNamespace,
      ...(index === 0 ? { annotations: { [SHARDS_ANNOTATION]: names.slice(1).join(',') } } : {}),
    },
    data: Object.fromEntries(entries.slice(index * SHARD, (index + 1) * SHARD)),
  }));
};
