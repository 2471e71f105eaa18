import { LANGUAGE } from '../words/language.ts';
import type { ModelEntry } from './model-entry.ts';
import type { ModelKind } from './model-kind.ts';

/** A range of parameters, the upper end not in it; `unknown` where a name does not say. */
export type SizeRange = 'tiny' | 'small' | 'medium' | 'large' | 'unknown';

const BILLION = 1e9;

/** From how many parameters on a model is of a range. */
export const sizeRanges: Readonly<Record<Exclude<SizeRange, 'unknown'>, number>> = {
  tiny: 0,
  small: 3 * BILLION,
  medium: 15 * BILLION,
  large: 70 * BILLION,
};

/** What a list of models is narrowed down to; an empty list of values lets all pass. */
export interface ModelFilter {
  publishers: readonly string[];
  kinds: readonly ModelKind[];
  sizes: readonly SizeRange[];
  /** Only models that are known to need no more GPUs than this. */
  fitsGpus?: number | undefined;
  /** Without the models that NVIDIA does not offer in the European Union. */
  isEuOnly: boolean;
}

export const noFilter: ModelFilter = { publishers: [], kinds: [], sizes: [], isEuOnly: false };

/** How many filters are set; of a list of values each counts. */
export const countFilters = (filter: ModelFilter): number =>
  filter.publishers.length +
  filter.kinds.length +
  filter.sizes.length +
  (filter.fitsGpus === undefined ? 0 : 1) +
  (filter.isEuOnly ? 1 : 0);

export const sizeOf = ({ parameters }: Pick<ModelEntry, 'parameters'>): SizeRange => {
  if (parameters === undefined) {
    return 'unknown';
  }
  const { small, medium, large } = sizeRanges;
  if (parameters < medium) {
    return parameters < small ? 'tiny' : 'small';
  }
  return parameters < large ? 'medium' : 'large';
};

const isAmong = <Value>(values: readonly Value[], value: Value): boolean =>
  values.length === 0 || values.includes(value);

/** Whether a model passes all filters. */
export const passes = (entry: ModelEntry, filter: ModelFilter): boolean =>
  isAmong(filter.publishers, entry.publisher) &&
  isAmong(filter.kinds, entry.kind) &&
  isAmong(filter.sizes, sizeOf(entry)) &&
  (filter.fitsGpus === undefined ||
    (entry.gpus !== undefined && entry.gpus.count <= filter.fitsGpus)) &&
  !(filter.isEuOnly && entry.model.euRestricted);

/** In what order models are listed; `relevance` is the order in which a search found them. */
export type ModelOrder = 'relevance' | 'name' | 'newest';

/** The models in an order; those are given in that of their names, or as a search found them. */
export const inOrder = (
  entries: readonly ModelEntry[],
  order: ModelOrder,
): readonly ModelEntry[] => {
  switch (order) {
    case 'relevance':
      return entries;
    case 'name':
      return entries.toSorted((one, other) => compareNames(one, other));
    case 'newest':
      return entries.toSorted(
        (one, other) => (other.updated ?? 0) - (one.updated ?? 0) || compareNames(one, other),
      );
  }
};

/** One collator for all: `localeCompare` makes one each time, which 10,000 names would feel. */
const { compare } = new Intl.Collator(LANGUAGE);

const compareNames = (one: ModelEntry, other: ModelEntry): number =>
  compare(one.model.displayName, other.model.displayName);
