import MiniSearch, { type SearchResult } from 'minisearch';
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

/** In small letters. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Whether there is something to search for; one letter alone says too little. */
export const isSearch = (text: string): boolean => wordsOf(text).some(({ length }) => length > 1);

/** How many mistakes a word may have; short ones are too much alike. */
const mistakesIn = (word: string): number | false => {
  if (HAS_DIGIT.test(word) || word.length < 3) {
    return false;
  }
  return word.length > 6 ? 2 : 1;
};

/** Where nothing is found otherwise: two letters that changed places count as two mistakes. */
const moreMistakesIn = (word: string): number | false =>
  HAS_DIGIT.test(word) || word.length < 5 ? mistakesIn(word) : 2;

/** What stands before an image's name where a person has copied all of it: `nvcr.io/nim/` */
const REGISTRY = /^\s*[^\s/]+\.[^\s/]+\/(?:nim\/)?/;

/** A word may be unfinished, a number only while it is typed: in `3 llama` 3 is no beginning of 300m. */
const isBeginning = (word: string, index: number, words: readonly string[]): boolean =>
  HAS_DIGIT.test(word) ? index === words.length - 1 : word.length > 1;

/** So many descriptions tell which words stand in most of them. */
const SAMPLE = 200;

/**
 * The words of most descriptions ("served as an NVIDIA NIM"): who searches for one of them means a
 * name or a publisher, and is not helped by all models.
 */
const phrasesOf = (entries: readonly ModelEntry[]): ReadonlySet<string> => {
  const sample = entries
    .slice(0, SAMPLE)
    .map(({ model }) => new Set(wordsOf(model.shortDescription)));
  const counts = new Map<string, number>();
  for (const word of sample.flatMap((words) => [...words])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set(
    [...counts].flatMap(([word, count]) => (count > Math.max(1, sample.length / 2) ? word : [])),
  );
};

/** Makes models findable by name, publisher, kind, description and version, with mistakes forgiven. */
export const createModelSearch = (entries: readonly ModelEntry[]): ModelSearch => {
  const phrases = phrasesOf(entries);
  const index = new MiniSearch<{ id: number }>({
    fields: ['displayName', 'name', 'publisher', 'kind', 'description', 'tags'],
    tokenize: (text, field) =>
      field === 'description' ? wordsOf(text).filter((word) => !phrases.has(word)) : wordsOf(text),
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
      const search = (fuzzy: typeof mistakesIn): SearchResult[] =>
        index.search(text.replace(REGISTRY, ''), {
          combineWith: 'AND',
          prefix: isBeginning,
          fuzzy,
          boost: { displayName: 6, name: 3, publisher: 2, kind: 2 },
          weights: { fuzzy: 0.2, prefix: 0.6 },
        });
      const meant = search(mistakesIn);
      const found = meant.length > 0 ? meant : search(moreMistakesIn);
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
