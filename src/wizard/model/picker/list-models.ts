import { inOrder, passes } from '../../../catalog/filter-models.ts';
import type { ModelEntry } from '../../../catalog/model-entry.ts';
import { type Found, isSearch } from '../../../catalog/search-models.ts';
import type { PickerState } from './picker-memory.ts';

/** On a page; more rows would only be scrolled past. */
export const ROWS = 20;

/** Whether there is a list, even if an empty one while nothing is known yet. */
export const isListed = ({ count, isSearching }: Listing): boolean => count > 0 || isSearching;

/** What the list shows, and of how many. */
export interface Listing {
  /** What was found is not known yet. */
  isSearching: boolean;
  /** What the search has found, whatever the filters let pass; all while that is not known. */
  found: readonly ModelEntry[];
  rows: readonly ModelEntry[];
  count: number;
  page: number;
  /** What is highlighted in the rows. */
  words: readonly string[];
}

/**
 * The models that were found and pass the filters, in order: the rows of one page of them.
 *
 * @param find undefined while nothing can be found yet
 */
export const listModels = (
  entries: readonly ModelEntry[],
  find: ((text: string) => Found) | undefined,
  { search, filter, order, page }: PickerState,
): Listing => {
  const found = isSearch(search) ? find?.(search) : { entries, words: [] };
  if (!found) {
    return { isSearching: true, found: entries, rows: [], count: 0, page, words: [] };
  }
  const all = inOrder(
    found.entries.filter((entry) => passes(entry, filter)),
    order,
  );
  const last = Math.max(1, Math.ceil(all.length / ROWS));
  const shown = Math.min(page, last);
  return {
    isSearching: false,
    found: found.entries,
    rows: all.slice((shown - 1) * ROWS, shown * ROWS),
    count: all.length,
    page: shown,
    words: found.words,
  };
};
