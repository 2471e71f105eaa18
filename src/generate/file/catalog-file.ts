import { isMap, isScalar, isSeq, parseAllDocuments, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { furtherShards } from '../../catalog/catalog-shards.ts';
import { parseCatalog, type Catalog } from '../../catalog/parse-catalog.ts';
import { CommandEnd, EXIT } from '../exit-code.ts';
import { readInput } from '../input.ts';
import type { CatalogEntry } from './catalog-config-map.ts';

/** One ConfigMap of a catalog's file, with its data as they are written there. */
export interface CatalogShard {
  name: string;
  /** The ConfigMaps that it names as further parts of the catalog. */
  further: string[];
  entries: CatalogEntry[];
  /** Keys whose value is no text. */
  strange: string[];
}

/** A catalog's file: its ConfigMaps, and the models in all of them. */
export interface CatalogFile {
  shards: CatalogShard[];
  catalog: Catalog;
}

export type CatalogReading =
  { status: 'ok'; file: CatalogFile } | { status: 'failed'; message: string };

const headSchema = z.object({
  kind: z.literal('ConfigMap'),
  metadata: z.object({ name: z.string(), annotations: z.record(z.string()).optional() }),
});

/** Reads ConfigMaps in YAML or JSON: one, several documents, or a List. */
export const parseCatalogFile = (text: string): CatalogReading => {
  // The parser's own check for repeated keys compares each with all; entries keeps them all.
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if ('empty' in documents) {
    return { status: 'failed', message: 'no catalog: the file is empty' };
  }
  const [error] = documents.flatMap((document) => document.errors);
  if (error !== undefined) {
    return { status: 'failed', message: `not readable as YAML: ${error.message.split('\n')[0]}` };
  }
  const shards: CatalogShard[] = [];
  for (const { contents } of documents) {
    const shard = contents === null ? [] : itemsOf(contents).map(readShard);
    const failed = shard.find((one) => typeof one === 'string');
    if (failed !== undefined) {
      return { status: 'failed', message: failed };
    }
    shards.push(...shard.filter((one) => typeof one !== 'string'));
  }
  const data = shards.map(({ entries }) =>
    Object.fromEntries(entries.map(({ key, text: json }) => [key, json])),
  );
  return { status: 'ok', file: { shards, catalog: parseCatalog(...data) } };
};

/**
 * The catalog in a file that was named on the command line.
 *
 * @throws CommandEnd if there is none
 */
export const readCatalogFile = async (file: string): Promise<CatalogFile> => {
  const reading = parseCatalogFile(await readInput(file));
  if (reading.status === 'failed') {
    throw new CommandEnd(`${file}: ${reading.message}`, EXIT.usage);
  }
  return reading.file;
};

/** `kubectl get -o yaml` of several ConfigMaps gives a List of them. */
const itemsOf = (contents: unknown): unknown[] => {
  const items = isMap(contents) && contents.get('kind') === 'List' ? contents.get('items') : [];
  return isSeq(items) ? items.items : [contents];
};

/** A ConfigMap, or why it is none. */
const readShard = (node: unknown): CatalogShard | string => {
  if (!isMap(node)) {
    return 'no catalog: kind: is no ConfigMap';
  }
  const head = headSchema.safeParse({
    kind: node.get('kind'),
    metadata: plain(node.get('metadata')),
  });
  if (!head.success) {
    const [issue] = head.error.issues;
    return `no catalog: ${issue?.path.join('.')}: ${issue?.message}`;
  }
  const data = node.get('data');
  if (!isMap(data)) {
    return 'no catalog: data: is missing';
  }
  const { metadata } = head.data;
  return { name: metadata.name, further: furtherShards(metadata), ...readData(data) };
};

const plain = (node: unknown): unknown =>
  isMap(node) ? (JSON.parse(JSON.stringify(node)) as unknown) : node;

const readData = (data: YAMLMap): Pick<CatalogShard, 'entries' | 'strange'> => {
  const pairs = data.items.map(({ key, value }) => ({
    key: String(isScalar(key) ? key.value : key),
    text: isScalar(value) ? value.value : undefined,
  }));
  return {
    entries: pairs.flatMap(({ key, text }) => (typeof text === 'string' ? [{ key, text }] : [])),
    strange: pairs.flatMap(({ key, text }) => (typeof text === 'string' ? [] : [key])),
  };
};
