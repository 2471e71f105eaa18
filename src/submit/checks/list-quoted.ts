/** Names in a sentence: `"a", "b", and "c"` */
export const listQuoted = (names: readonly string[]): string =>
  new Intl.ListFormat('en').format(names.map((name) => `"${name}"`));
