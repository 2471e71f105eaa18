/**
 * One sentence on a model, made from facts alone, for a catalog entry without NVIDIA's own text.
 *
 * @param facts `namespace` is `nim/<publisher>`, as in the catalog
 */
export const describeModel = (facts: { displayName: string; namespace: string }): string =>
  `${facts.displayName} by ${publisherOf(facts.namespace)}, served as an NVIDIA NIM.`;

/** The publisher is the team of the registry path: NVIDIA's own `publisher` label says NVIDIA for everybody's models. */
export const publisherOf = (namespace: string): string => namespace.split('/').at(-1) ?? namespace;
