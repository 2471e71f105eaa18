import { bytesOf, CONFIG_MAP_LIMIT_BYTES } from './file/catalog-config-map.ts';
import { parseCatalogFile, type CatalogShard } from './file/catalog-file.ts';

/** What the wizard or Kubernetes would complain about, and how much there is. */
export interface CatalogCheck {
  models: number;
  findings: string[];
}

/** Kubernetes' rule for keys of a ConfigMap (apimachinery: IsConfigMapKey). */
const CONFIG_MAP_KEY = /^(?!\.$|\.\.)[-._a-zA-Z0-9]{1,253}$/;

/** Reads a catalog (YAML or JSON) with the code that the wizard reads it with. */
export const checkCatalog = (text: string): CatalogCheck => {
  const reading = parseCatalogFile(text);
  if (reading.status === 'failed') {
    return { models: 0, findings: [reading.message] };
  }
  const { shards, catalog } = reading.file;
  const keys = shards.flatMap(({ entries }) => entries.map(({ key }) => key));
  return {
    models: catalog.models.length,
    findings: [
      ...catalog.unreadable.map(({ name, reason }) => `${name}: ${reason}`),
      ...repeated(keys).map((key) => `${key}: the key is there more than once`),
      ...keys.filter((key) => !CONFIG_MAP_KEY.test(key)).map(describeKey),
      ...shards.flatMap(({ strange }) => strange.map((key) => `${key}: is not text`)),
      ...shards.flatMap(tooLarge),
      ...missingShards(shards),
    ],
  };
};

const repeated = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const text of texts) {
    (seen.has(text) ? again : seen).add(text);
  }
  return [...again];
};

const describeKey = (key: string): string =>
  `${JSON.stringify(key.slice(0, 300))}: is no key that a ConfigMap may have`;

const tooLarge = ({ name, entries }: CatalogShard): string[] => {
  const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  const over = bytes - CONFIG_MAP_LIMIT_BYTES;
  return over > 0
    ? [`${name}: the data has ${bytes} bytes, ${over} more than a ConfigMap may hold`]
    : [];
};

/** The wizard starts with the first ConfigMap and reads those that it names, and no others. */
const missingShards = ([first, ...others]: readonly CatalogShard[]): string[] => {
  const named = new Set(first?.further);
  const there = new Set(others.map(({ name }) => name));
  return [
    ...[...named]
      .filter((name) => !there.has(name))
      .map((name) => `${name}: ${first?.name} names it as a part, but it is not in the file`),
    ...[...there]
      .filter((name) => !named.has(name))
      .map((name) => `${name}: is not read, for ${first?.name} does not name it as a part`),
  ];
};
