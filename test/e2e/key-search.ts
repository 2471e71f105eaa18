import { shortForms, tellingForms, type KeyForm } from './key-forms.ts';

/** So many characters in a row of any form tell too much. */
const TELLING = 12;
const GRAM = 6;
/** Whatever has TELLING characters in a row has a whole gram at one of the places this far apart. */
const STRIDE = TELLING - GRAM + 1;

/** Where a gram stands in a form. */
interface Occurrence {
  form: KeyForm;
  at: number;
}

/** Says by name in which forms keys, or telling parts of them, are in a text. */
export type KeySearch = (text: string) => string[];

/**
 * Searches for all forms of all keys at once. The texts are long and mostly innocent: looking at every seventh place
 * for any of the forms' grams of six takes one pass, and only a hit is looked at closely.
 */
export const keySearch = (keys: Iterable<string>): KeySearch => {
  const all = [...keys];
  const short = all.flatMap(shortForms);
  const grams = gramsOf(all.flatMap(tellingForms));
  return (text) => [
    ...new Set([
      ...short.filter((form) => text.includes(form.text)).map(({ name }) => name),
      ...partsIn(text, grams),
    ]),
  ];
};

const gramsOf = (forms: KeyForm[]): Map<string, Occurrence[]> => {
  const grams = new Map<string, Occurrence[]>();
  for (const form of forms) {
    for (let at = 0; at + GRAM <= form.text.length; at += 1) {
      const gram = form.text.slice(at, at + GRAM);
      grams.set(gram, [...(grams.get(gram) ?? []), { form, at }]);
    }
  }
  return grams;
};

const partsIn = (text: string, grams: Map<string, Occurrence[]>): string[] => {
  const found: string[] = [];
  for (let at = 0; at + GRAM <= text.length; at += STRIDE) {
    for (const occurrence of grams.get(text.slice(at, at + GRAM)) ?? []) {
      if (sameAround(text, at, occurrence) >= TELLING) {
        found.push(occurrence.form.name);
      }
    }
  }
  return found;
};

/** How many characters in a row are the same in text and form around a place at which they agree. */
const sameAround = (text: string, at: number, { form, at: inForm }: Occurrence): number => {
  let before = 0;
  while (inForm > before && text[at - before - 1] === form.text[inForm - before - 1]) {
    before += 1;
  }
  let after = GRAM;
  while (inForm + after < form.text.length && text[at + after] === form.text[inForm + after]) {
    after += 1;
  }
  return before + after;
};
