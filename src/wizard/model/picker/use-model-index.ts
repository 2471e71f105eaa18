import { useEffect, useState } from 'react';
import { type ModelEntry, toEntry } from '../../../catalog/model-entry.ts';
import type { Catalog } from '../../../catalog/parse-catalog.ts';
import { createModelSearch, type Found } from '../../../catalog/search-models.ts';

/** The models of a catalog as they are listed, and how they are found. */
export interface ModelIndex {
  entries: readonly ModelEntry[];
  /** Undefined while the models are being indexed. */
  find: ((text: string) => Found) | undefined;
}

interface Indexing extends ModelIndex {
  ready: Promise<void>;
}

/** A catalog is indexed once, however often its list is shown. */
const indexes = new WeakMap<Catalog, Indexing>();

const indexOf = (catalog: Catalog): Indexing => {
  const known = indexes.get(catalog);
  if (known) {
    return known;
  }
  const entries = catalog.models.map(toEntry);
  const search = createModelSearch(entries);
  const ready = search.ready.then(() => {
    indexing.find = search.find;
  });
  const indexing: Indexing = { entries, find: undefined, ready };
  indexes.set(catalog, indexing);
  return indexing;
};

/** Indexes a catalog beside what a person does; the list is there meanwhile. */
export const useModelIndex = (catalog: Catalog): ModelIndex => {
  const { entries, find, ready } = indexOf(catalog);
  const [, setReady] = useState<Promise<void>>();
  useEffect(() => {
    let isWatching = true;
    void ready.then(() => isWatching && setReady(ready));
    return () => {
      isWatching = false;
    };
  }, [ready]);
  return { entries, find };
};
