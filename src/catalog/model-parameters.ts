import type { CatalogModel } from './catalog-model.ts';

/**
 * A number of billions (B) or millions (M) that stands by itself: 8B, 0.6b, 300m. Not the active part of
 * a mixture of experts (A22B), and no product of two numbers (8x7B, 17B 128E), which is not how many
 * parameters such a model has.
 */
const PARAMETERS = /(?<![a-z0-9.])(\d+(?:\.\d+)?)\s?([bm])(?![a-z0-9])(?!\W*\d+e(?![a-z0-9]))/i;

const UNITS: Readonly<Record<string, number>> = { b: 1e9, m: 1e6 };

/** How many parameters a model has, as far as its name says; undefined where it does not. */
export const parametersOf = (
  model: Pick<CatalogModel, 'name' | 'displayName'>,
): number | undefined => readParameters(model.displayName) ?? readParameters(model.name);

const readParameters = (name: string): number | undefined => {
  const [, count, unit] = PARAMETERS.exec(name) ?? [];
  const factor = UNITS[unit?.toLowerCase() ?? ''];
  return count === undefined || factor === undefined ? undefined : Number(count) * factor;
};
