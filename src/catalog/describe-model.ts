import type { CatalogModel } from './catalog-model.ts';

/**
 * One sentence on a model, made from facts alone, for a catalog entry without NVIDIA's own text.
 *
 * @param facts `namespace` is `nim/<publisher>`, as in the catalog
 */
export const describeModel = (facts: { displayName: string; namespace: string }): string =>
  `${facts.displayName} by ${publisherOf(facts.namespace)}, served as an NVIDIA NIM.`;

/** The publisher is the team of the registry path: NVIDIA's own `publisher` label says NVIDIA for everybody's models. */
export const publisherOf = (namespace: string): string => namespace.split('/').at(-1) ?? namespace;

/** What a sentence is made of, and what every model of the catalog is. */
const EMPTY_WORDS = new Set(
  'a an and as at by called for from in inference is it its microservice model nim nvidia of on provided published served the this to with'.split(
    ' ',
  ),
);

/**
 * Whether a description says something besides the model's name and its publisher, which are beside it
 * wherever it is listed: `AlphaFold2 by deepmind, served as an NVIDIA NIM.` does not.
 */
export const tellsMore = (
  model: Pick<CatalogModel, 'name' | 'displayName' | 'namespace' | 'shortDescription'>,
): boolean => {
  const known = new Set(wordsOf(`${model.name} ${model.displayName} ${model.namespace}`));
  return wordsOf(model.shortDescription).some((word) => !known.has(word) && !EMPTY_WORDS.has(word));
};

/** Letters apart from digits: `AlphaFold 2` says no more than `alphafold2`. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
