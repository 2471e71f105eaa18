import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A date, a number or an order in the browser's own language, or in one that is written there. */
const OTHER_LANGUAGE =
  /\bIntl\.\w+\((?!\s*LANGUAGE\b)|\.toLocale\w+\((?!\s*LANGUAGE\b)|\.localeCompare\((?!\s*[\w.]+,\s*LANGUAGE\b)/g;

const languagesIn = (source: string): string[] => source.match(OTHER_LANGUAGE) ?? [];

describe('a language besides that of the words', () => {
  it.each([
    "new Intl.NumberFormat('en')",
    'new Intl.DateTimeFormat(undefined, {})',
    'new Intl.ListFormat()',
    'date.toLocaleDateString()',
    "count.toLocaleString('de')",
    'one.localeCompare(other.name)',
    "one.localeCompare(other, 'en')",
  ])('is found in %s', (source) => {
    expect(languagesIn(source)).toHaveLength(1);
  });

  it.each([
    'new Intl.NumberFormat(LANGUAGE)',
    "new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long' })",
    'one.name.localeCompare(other.name, LANGUAGE)',
    'Intl.LDMLPluralRule',
  ])('is not in %s', (source) => {
    expect(languagesIn(source)).toEqual([]);
  });
});

const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'));

describe('all that is read and heard', () => {
  it('is in one language', () => {
    const found = sources.flatMap((path) =>
      languagesIn(readFileSync(path, 'utf8')).map((language) => `${path}: ${language}`),
    );
    expect(sources.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });
});
