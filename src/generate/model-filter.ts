import picomatch from 'picomatch';

/**
 * Whether a model is meant by one of the patterns: `llama-*` is compared with the name, one with a
 * slash (`meta/*`, `nim/meta/*`) with the path.
 */
export const modelFilter = (
  patterns: readonly string[],
): ((model: { namespace: string; name: string }) => boolean) => {
  const matchers = patterns.map((pattern) => matcherFor(pattern));
  return (model) => matchers.some((matches) => matches(model));
};

const matcherFor = (pattern: string): ((model: { namespace: string; name: string }) => boolean) => {
  const matches = picomatch(pattern, { dot: true });
  if (!pattern.includes('/')) {
    return ({ name }) => matches(name);
  }
  return ({ namespace, name }) =>
    matches(`${namespace}/${name}`) || matches(`${namespace.split('/').at(-1)}/${name}`);
};
