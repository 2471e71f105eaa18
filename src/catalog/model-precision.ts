import type { CatalogModel } from './catalog-model.ts';

/** The words by which publishers say how many bits each parameter of a model's files has. */
const PRECISIONS: readonly { word: RegExp; bits: number }[] = [
  { word: /(?<![a-z0-9])(?:(?:nv|mx)?fp4|int4|w4a\d+|awq)(?![a-z0-9])/i, bits: 4 },
  { word: /(?<![a-z0-9])(?:fp8|int8|w8a\d+)(?![a-z0-9])/i, bits: 8 },
];

/** How many bits each parameter has, as far as a model's name says; undefined where it does not. */
export const bitsOf = ({
  name,
  displayName,
}: Pick<CatalogModel, 'name' | 'displayName'>): number | undefined =>
  PRECISIONS.find(({ word }) => word.test(displayName) || word.test(name))?.bits;
