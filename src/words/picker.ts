import { counted, written } from './language.ts';

/** The words of the list of models, its search and its filters. */

const NO_BREAK = '\u00A0';

// The search.
export const clearSearch = 'Clear search';
export const clearModel = 'Clear model';
export const searching = 'Searching';
export const foundModels = (count: number, of: number): string => {
  const all = counted(of, { one: (n) => `${n} model`, other: (n) => `${n} models` });
  return count === of ? all : `${written(count)} of ${all}`;
};
export const shownOf = (first: number, last: number, count: number): string =>
  `${written(first)} to ${written(last)} of ${written(count)}`;
export const pagesOfModels = 'Pages of models';
export const nothingFound = 'No model matches';
export const searchDifferently = 'Try fewer words, or other filters.';
export const clearAll = 'Clear search and filters';

// The filters and the order.
export const filtersAndOrder = (count: number): string =>
  count === 0 ? 'Filters and order' : `Filters and order (${written(count)})`;
export const clearFilters = 'Clear all filters';
export const filtersApplied = (count: number): string =>
  counted(count, { one: (n) => `${n} filter applied`, other: (n) => `${n} filters applied` });
export const availableInEurope = 'Available in the EU';
export const fitsGpus = 'Fits this cluster’s GPUs';
export const fitsGpusNotKnown =
  'Fits this cluster’s GPUs: not known, since its hardware profiles could not be read';
export const publisher = 'Publisher';
export const kind = 'Kind';
export const parameters = 'Parameters';
export const chosen = 'chosen';
export const choiceWithCount = (title: string, count: number): string =>
  `${title} (${written(count)})`;
export const order = 'Order';
export const orders = {
  relevance: 'Best match, then name',
  name: 'By name',
  newest: 'Newest first',
} as const;

// The rows.
export const models = 'Models';
export const gpusNotKnown = 'GPUs not known';
export const publishedAs = (by: string, name: string): string => `${by} · ${name}`;
export const inVersion = (tag: string): string => `Version ${tag}`;
export const between = ' · ';
/** A line may end between two facts, and not within one: no `Jan` without its day. */
export const factsOf = (facts: readonly (string | undefined)[]): string =>
  facts.flatMap((fact) => fact?.replaceAll(' ', NO_BREAK) ?? []).join(between);
export const notInEurope = 'Not available in the EU';

// What is known of the model that is chosen.
export const aboutModel = 'About the model';
export const chosenModel = 'Chosen model';
export const gpus = 'GPUs';
export const lastChanged = 'Last changed';
export const availability = 'Availability';
export const availableAsKnown = 'Available in the EU, as far as known';
export const notKnown = 'Not known';
export const allVersions = (count: number): string =>
  counted(count, { one: (n) => `${n} version`, other: (n) => `All ${n} versions` });
export const datedVersion = (version: string, day: string | undefined): string =>
  day === undefined ? version : `${version}${between}${factsOf([day])}`;
export const descriptionAndTerms = 'Description and terms';
export const catalog = 'NGC catalog';
export const modelInCatalog = (model: string): string => `${model} in the NGC catalog`;
