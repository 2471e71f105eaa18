import { stringify } from 'yaml';
import type { CatalogModel } from '../../catalog/catalog-model.ts';
import { SHARDS_ANNOTATION } from '../../catalog/catalog-shards.ts';

/** Kubernetes' limit for the data of one ConfigMap. */
export const CONFIG_MAP_LIMIT_BYTES = 1024 * 1024;

const ANNOTATION_PREFIX = 'nim-wizard.opendatahub.io';

/** What a catalog is called and where it comes from. */
export interface CatalogIdentity {
  name: string;
  namespace?: string | undefined;
  /** When the facts are from, as an annotation. Nothing is dated by itself: equal facts, equal bytes. */
  date?: string | undefined;
  origin?: string | undefined;
}

/** One entry of a ConfigMap's data: its key and the model as JSON. */
export interface CatalogEntry {
  key: string;
  text: string;
}

/** What an entry takes of the limit; the key is counted too, to be on the safe side. */
export const bytesOf = ({ key, text }: CatalogEntry): number =>
  Buffer.byteLength(key) + Buffer.byteLength(text);

/**
 * The entries of a catalog, sorted by key. A model is kept under its name; of several with one name
 * the first by namespace is, and the others are kept under `<publisher>.<name>`.
 */
export const catalogEntries = (models: readonly CatalogModel[]): CatalogEntry[] => {
  const entries = new Map<string, string>();
  const names = new Set(models.map(({ name }) => name));
  const sorted = models.toSorted((one, other) => compare(idOf(one), idOf(other)));
  for (const model of sorted) {
    const longNames = [
      `${model.namespace.split('/').at(-1)}.${model.name}`,
      idOf(model).replaceAll('/', '.'),
    ];
    const free = longNames.filter((key) => !names.has(key));
    const key = [model.name, ...free].find((candidate) => !entries.has(candidate));
    entries.set(key ?? idOf(model).replaceAll('/', '_._'), JSON.stringify(model));
  }
  return [...entries]
    .map(([key, text]) => ({ key, text }))
    .toSorted((one, other) => compare(one.key, other.key));
};

const idOf = ({ namespace, name }: CatalogModel): string => `${namespace}/${name}`;

/** By code units, the same on every machine. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Fills one ConfigMap after the other, in the order of the keys. */
export const splitIntoShards = (
  entries: readonly CatalogEntry[],
  limit = CONFIG_MAP_LIMIT_BYTES,
): CatalogEntry[][] => {
  const shards: CatalogEntry[][] = [[]];
  let filled = 0;
  for (const entry of entries) {
    const bytes = bytesOf(entry);
    if (filled > 0 && filled + bytes > limit) {
      shards.push([]);
      filled = 0;
    }
    shards.at(-1)?.push(entry);
    filled += bytes;
  }
  return shards;
};

/** `nim-models-data`, `nim-models-data-2`, ... */
export const shardName = (name: string, index: number): string =>
  index === 0 ? name : `${name}-${index + 1}`;

/** The catalog as YAML, a document for each shard: the same bytes for the same entries. */
export const catalogText = (
  identity: CatalogIdentity,
  shards: readonly (readonly CatalogEntry[])[],
): string =>
  shards
    .map((entries, index) => configMapText(identity, entries, index, shards.length))
    .join('---\n');

const configMapText = (
  identity: CatalogIdentity,
  entries: readonly CatalogEntry[],
  index: number,
  count: number,
): string => {
  const { name, namespace } = identity;
  const annotations = annotationsOf(identity, index, count);
  return stringify(
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: shardName(name, index),
        ...(namespace === undefined ? {} : { namespace }),
        ...(annotations.length === 0 ? {} : { annotations: Object.fromEntries(annotations) }),
        labels: { 'opendatahub.io/managed': 'true' },
      },
      immutable: true,
      data: new Map(entries.map(({ key, text }) => [key, text])),
    },
    { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false },
  );
};

const annotationsOf = (
  { name, date, origin }: CatalogIdentity,
  index: number,
  count: number,
): [string, string][] => {
  const others = Array.from({ length: count - 1 }, (_, other) => shardName(name, other + 1));
  return [
    ...(date === undefined
      ? []
      : [[`${ANNOTATION_PREFIX}/catalog-date`, date] as [string, string]]),
    ...(origin === undefined
      ? []
      : [[`${ANNOTATION_PREFIX}/catalog-origin`, origin] as [string, string]]),
    ...(index === 0 && others.length > 0
      ? [[SHARDS_ANNOTATION, others.join(',')] as [string, string]]
      : []),
  ];
};
