import MiniSearch from 'minisearch';
import type { ModelEntry } from './model-entry.ts';

/** What a search found, best first. */
export interface Found {
  entries: readonly ModelEntry[];
  /** Words of the models that were found, in small letters: what is to be highlighted. */
  words: readonly string[];
}

export interface ModelSearch {
  /** Resolves when all models can be found. */
  ready: Promise<void>;
  /** The models that have all words, each perhaps with a mistake or unfinished. */
  find: (text: string) => Found;
}

/** Indexed at a time, so that the page stays usable meanwhile. */
const CHUNK = 250;

/** Numbers are taken as they are written: 3.1 is not 3.2 with a typing error. */
const HAS_DIGIT = /\d/;

/**
 * One letter with a number (`r1`, `v5`), a number with one letter (`8b`), numbers with their dots, and
 * other letters apart from other numbers: `llama3` finds Llama-3.1.
 */
const WORD = /(?<!\p{L})\p{L}\d+(?:\.\d+)*|\p{L}+|\d+(?:\.\d+)*(?:\p{L}(?!\p{L}))?/gu;

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Whether there is something to search for; one letter alone says too little. */
export const isSearch = (text: string): boolean => wordsOf(text).some(({ length }) => length > 1);

/** How many mistakes a word may have; short ones are too much alike. */
const mistakesIn = (word: string): number | false => {
  if (HAS_DIGIT.test(word) || word.length < 3) {
    return false;
  }
  return word.length > 6 ? 2 : 1;
};

/** A word may be unfinished, a number only while it is typed: 3 is no beginning of 300m. */
const isBeginning = (word: string, index: number, words: readonly string[]): boolean =>
  HAS_DIGIT.test(word) ? index === words.length - 1 && word.length > 1 : word.length > 1;

/** Makes models findable by name, publisher, kind, description and version, with mistakes forgiven. */
export const createModelSearch = (entries: readonly ModelEntry[]): ModelSearch => {
  const index = new MiniSearch<{ id: number }>({
    fields: ['displayName', 'name', 'publisher', 'kind', 'description', 'tags'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    extractField: (document, field) =>
      field === 'id' ? document.id : textOf(entries[document.id], field),
  });
  return {
    ready: index.addAllAsync(
      entries.map((_entry, id) => ({ id })),
      { chunkSize: CHUNK },
    ),
    find: (text) => {
      const found = index.search(text, {
        combineWith: 'AND',
        prefix: isBeginning,
        fuzzy: mistakesIn,
        boost: { displayName: 6, name: 3, publisher: 2, kind: 2 },
        weights: { fuzzy: 0.2, prefix: 0.6 },
      });
      return {
        entries: found.flatMap(({ id }) => entries[Number(id)] ?? []),
        words: [...new Set(found.flatMap(({ terms }) => terms))],
      };
    },
  };
};

const textOf = (entry: ModelEntry | undefined, field: string): string => {
  switch (field) {
    case 'displayName':
      return entry?.model.displayName ?? '';
    case 'name':
      return entry?.model.name ?? '';
    case 'description':
      return entry?.model.shortDescription ?? '';
    case 'tags':
      return entry?.model.tags.join(' ') ?? '';
    default:
      return String(entry?.[field as 'publisher' | 'kind'] ?? '');
  }
};
