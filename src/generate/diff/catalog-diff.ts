import { isDeepStrictEqual } from 'node:util';
import { modelId, type CatalogModel } from '../../catalog/catalog-model.ts';
import { recommendedVersion } from '../../catalog/order-versions.ts';
import type { Catalog, UnreadableEntry } from '../../catalog/parse-catalog.ts';

/** A model that is in one catalog only. */
export interface ModelMention {
  id: string;
  displayName: string;
  recommended: string | undefined;
  euRestricted: boolean;
}

/** What differs in one model. Only what changed is there. */
export interface ModelChange {
  id: string;
  displayName: string;
  tagsAdded?: string[];
  tagsRemoved?: string[];
  recommended?: Change<string>;
  euRestricted?: { from: boolean; to: boolean };
  /** Compressed bytes of the latest image. */
  size?: Change<number>;
  /** Further fields that differ, by name. */
  otherFields?: string[];
}

/** A value on both sides; absent means unknown. */
export interface Change<T> {
  from?: T;
  to?: T;
}

export interface CatalogDiff {
  added: ModelMention[];
  removed: ModelMention[];
  changed: ModelChange[];
  /** Entries of either catalog that cannot be read and that the other does not have alike. */
  unreadable: { old: UnreadableEntry[]; new: UnreadableEntry[] };
}

export const isEqual = ({ added, removed, changed, unreadable }: CatalogDiff): boolean =>
  [added, removed, changed, unreadable.old, unreadable.new].every(({ length }) => length === 0);

/** What changed from one catalog to another, by model, in the order of their ids. */
export const diffCatalogs = (older: Catalog, newer: Catalog): CatalogDiff => {
  const before = byId(older.models);
  const after = byId(newer.models);
  return {
    added: [...after].filter(([id]) => !before.has(id)).map(([, model]) => mention(model)),
    removed: [...before].filter(([id]) => !after.has(id)).map(([, model]) => mention(model)),
    changed: [...after].flatMap(([id, model]) => {
      const earlier = before.get(id);
      return earlier === undefined ? [] : changeOf(earlier, model);
    }),
    unreadable: {
      old: onlyIn(older.unreadable, newer.unreadable),
      new: onlyIn(newer.unreadable, older.unreadable),
    },
  };
};

const byId = (models: readonly CatalogModel[]): Map<string, CatalogModel> =>
  new Map(
    models
      .map((model): [string, CatalogModel] => [modelId(model), model])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

const mention = (model: CatalogModel): ModelMention => ({
  id: modelId(model),
  displayName: model.displayName,
  recommended: recommendedVersion(model),
  euRestricted: model.euRestricted,
});

const onlyIn = (
  these: readonly UnreadableEntry[],
  others: readonly UnreadableEntry[],
): UnreadableEntry[] => {
  const known = new Set(others.map((entry) => JSON.stringify(entry)));
  return these.filter((entry) => !known.has(JSON.stringify(entry)));
};

/** Fields that are compared by themselves; the order of tags says nothing. */
const OWN_FIELDS = new Set(['tags', 'euRestricted', 'latestImageSize']);

const changeOf = (from: CatalogModel, to: CatalogModel): ModelChange[] => {
  const [tagsAdded, tagsRemoved] = [missingIn(from.tags, to.tags), missingIn(to.tags, from.tags)];
  const recommended = changed(recommendedVersion(from), recommendedVersion(to));
  const size = changed(sizeOf(from), sizeOf(to));
  const otherFields = differingFields(from, to);
  const differences = {
    ...(tagsAdded.length > 0 ? { tagsAdded } : {}),
    ...(tagsRemoved.length > 0 ? { tagsRemoved } : {}),
    ...(recommended === undefined ? {} : { recommended }),
    ...(from.euRestricted === to.euRestricted
      ? {}
      : { euRestricted: { from: from.euRestricted, to: to.euRestricted } }),
    ...(size === undefined ? {} : { size }),
    ...(otherFields.length > 0 ? { otherFields } : {}),
  };
  return Object.keys(differences).length === 0
    ? []
    : [{ id: modelId(to), displayName: to.displayName, ...differences }];
};

const missingIn = (known: readonly string[], tags: readonly string[]): string[] => {
  const before = new Set(known);
  return [...new Set(tags)].filter((tag) => !before.has(tag));
};

const changed = <T>(from: T | undefined, to: T | undefined): Change<T> | undefined =>
  from === to
    ? undefined
    : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };

const sizeOf = (model: CatalogModel): number | undefined => {
  const size = model['latestImageSize'];
  return typeof size === 'number' ? size : undefined;
};

const differingFields = (from: CatalogModel, to: CatalogModel): string[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => !OWN_FIELDS.has(field) && !isDeepStrictEqual(from[field], to[field]))
    .toSorted();
