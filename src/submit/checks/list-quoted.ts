import { listed } from '../../words/language.ts';

/** Names in a sentence: `"a", "b", and "c"` */
export const listQuoted = (names: readonly string[]): string =>
  listed(names.map((name) => `"${name}"`));
