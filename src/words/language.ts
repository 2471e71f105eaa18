/**
 * The language that the words of this folder are in, whatever the browser speaks: for the dates and numbers
 * among them, and for lists in the order of their names. The words themselves are grouped by the part of
 * the bundle that shows them, so that what is loaded later brings its own.
 */
export const LANGUAGE = 'en';

const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);
const lists = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });

type Sentence = (count: string) => string;

/** A sentence for each plural that a language has; `other` stands for those that it does not have. */
export type CountedWords = { other: Sentence } & Partial<Record<Intl.LDMLPluralRule, Sentence>>;

/** A number as it is written: `10,000` */
export const written = (count: number): string => numbers.format(count);

/** A sentence about a number of things, with the number as it is written. */
export const counted = (count: number, words: CountedWords): string =>
  (words[plurals.select(count)] ?? words.other)(written(count));

/** `A, B, and C` */
export const listed = (texts: Iterable<string>): string => lists.format(texts);

/** `A, B, or C` */
export const oneOf = (texts: Iterable<string>): string =>
  new Intl.ListFormat(LANGUAGE, { type: 'disjunction' }).format(texts);
