import { LANGUAGE } from '../words/language.ts';
import { type CatalogModel, catalogModelSchema, modelId } from './catalog-model.ts';
import { describeFault, describeNoJson } from './describe-fault.ts';

/** An entry that is left out, and why, in words for a person. */
export interface UnreadableEntry {
  name: string;
  reason: string;
  /** It can be read, but its model is that of an earlier entry. */
  isRepeated?: true;
}

/** The models of a catalog in the order of their display names, and what could not be read of it. */
export interface Catalog {
  models: CatalogModel[];
  unreadable: UnreadableEntry[];
}

type Entry =
  | { status: 'ok'; name: string; model: CatalogModel }
  | { status: 'unreadable'; entry: UnreadableEntry };

/**
 * Reads the `data` of the catalog's ConfigMaps, usually one: one JSON text for each model, keyed by
 * its name. An entry that cannot be read is left out and named; it never hides the others. So is one
 * with a model that an earlier entry has: whatever is chosen by its id must be one thing.
 */
export const parseCatalog = (...shards: Readonly<Record<string, string>>[]): Catalog => {
  const read = shards
    .flatMap((data) => Object.entries(data))
    .map(([name, text]) => parseEntry(name, text));
  const entries = withoutRepeated(read);
  return {
    models: entries
      .flatMap((entry) => (entry.status === 'ok' ? [entry.model] : []))
      .toSorted((one, other) => one.displayName.localeCompare(other.displayName, LANGUAGE)),
    unreadable: entries.flatMap((entry) => (entry.status === 'unreadable' ? [entry.entry] : [])),
  };
};

const withoutRepeated = (entries: readonly Entry[]): Entry[] => {
  const names = new Map<string, string>();
  return entries.map((entry) => {
    if (entry.status === 'unreadable') {
      return entry;
    }
    const id = modelId(entry.model);
    const first = names.get(id);
    if (first === undefined) {
      names.set(id, entry.name);
      return entry;
    }
    return unreadable({
      name: entry.name,
      reason: describeRepeated(id, first, entry),
      isRepeated: true,
    });
  });
};

const unreadable = (entry: UnreadableEntry): Entry => ({ status: 'unreadable', entry });

/** Within one ConfigMap no two entries have one name. */
const describeRepeated = (id: string, first: string, { name }: { name: string }): string =>
  `is the model ${id} again, which is listed as "${first}"${first === name ? ' in another part of the catalog' : ''}`;

const parseEntry = (name: string, text: string): Entry => {
  const json = readJson(text);
  if (json.status === 'unreadable') {
    return unreadable({ name, reason: json.reason });
  }
  const parsed = catalogModelSchema.safeParse(json.value);
  if (parsed.success) {
    return { status: 'ok', name, model: parsed.data };
  }
  return unreadable({ name, reason: describeFault(parsed.error, json.value) });
};

type Json = { status: 'ok'; value: unknown } | { status: 'unreadable'; reason: string };

const readJson = (text: string): Json => {
  try {
    return { status: 'ok', value: JSON.parse(text) };
  } catch (error) {
    return { status: 'unreadable', reason: describeNoJson(text, error) };
  }
};
