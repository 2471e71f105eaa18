import { describe, expect, it } from 'vitest';
import { counted, listed, oneOf } from './language.ts';

const models = (count: number): string =>
  counted(count, { one: (n) => `${n} model is there`, other: (n) => `${n} models are there` });

describe('words about a number of things', () => {
  it.each([
    [0, '0 models are there'],
    [1, '1 model is there'],
    [2, '2 models are there'],
    [10_000, '10,000 models are there'],
  ])('agree with the number, and write it for people: %d', (count, said) => {
    expect(models(count)).toBe(said);
  });

  it('are those for any number where a language has none of its own for one', () => {
    expect(counted(1, { other: (n) => `${n} 個` })).toBe('1 個');
  });
});

describe('a list in a sentence', () => {
  it.each([
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B, and C'],
  ])('of %j is %s', (texts, said) => {
    expect(listed(texts)).toBe(said);
  });

  it.each([
    [['A'], 'A'],
    [['A', 'B'], 'A or B'],
    [['A', 'B', 'C'], 'A, B, or C'],
  ])('of which one is meant, of %j, is %s', (texts, said) => {
    expect(oneOf(texts)).toBe(said);
  });
});
