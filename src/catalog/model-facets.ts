import { type ModelFilter, passes, type SizeRange, sizeOf } from './filter-models.ts';
import type { ModelEntry } from './model-entry.ts';
import type { ModelKind } from './model-kind.ts';

/** What a list of models can be narrowed down by, with the values that there are. */
export interface ModelFacets {
  publishers: string;
  kinds: ModelKind;
  sizes: SizeRange;
}

const valueOf: Readonly<{
  [Facet in keyof ModelFacets]: (entry: ModelEntry) => ModelFacets[Facet];
}> = {
  publishers: ({ publisher }) => publisher,
  kinds: ({ kind }) => kind,
  sizes: sizeOf,
};

/** The values of a facet that any of the models has. */
export const valuesOf = <Facet extends keyof ModelFacets>(
  entries: readonly ModelEntry[],
  facet: Facet,
): Set<ModelFacets[Facet]> => new Set(entries.map(valueOf[facet]));

/**
 * How many models each value of a facet would show: of those that were found, the ones that pass all
 * filters but the facet's own, which takes in more with each value. A value without any is not in it.
 */
export const countValues = <Facet extends keyof ModelFacets>(
  found: readonly ModelEntry[],
  filter: ModelFilter,
  facet: Facet,
): Map<ModelFacets[Facet], number> => {
  const others = { ...filter, [facet]: [] };
  const counts = new Map<ModelFacets[Facet], number>();
  for (const entry of found.filter((one) => passes(one, others))) {
    const value = valueOf[facet](entry);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};
