/** The list that `detect-eu` writes and `generate` reads: a model a line, `#` begins a comment. */
export const euRestrictedText = (ids: readonly string[]): string =>
  ['# Models that NVIDIA does not offer in the EU (answered with 451).', ...ids.toSorted()]
    .map((line) => `${line}\n`)
    .join('');

/** The models of such a list, by `namespace/name` or by name alone. */
export const readEuRestricted = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
