/**
 * What only the source of a library itself holds, not what uses it: React's and React DOM's own
 * definition of their internals, and the prefix of the ids that PatternFly's components give themselves.
 */
const marks: { name: string; mark: RegExp }[] = [
  { name: 'bundles-react', mark: /\bReactCurrentBatchConfig\s*:/ },
  { name: 'bundles-react-dom', mark: /rendererPackageName:\s*["'`]react-dom["'`]/ },
  { name: 'bundles-patternfly', mark: /OUIA-Generated-/ },
];

/** The names of the libraries that a script holds a copy of, of those that the dashboard provides. */
export const bundledCopies = (script: string): string[] =>
  marks.filter(({ mark }) => mark.test(script)).map(({ name }) => name);
