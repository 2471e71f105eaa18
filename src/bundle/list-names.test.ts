import { describe, expect, it } from 'vitest';
import { listNames } from './list-names.ts';

const named = (count: number): { displayName: string }[] =>
  Array.from({ length: count }, (_, index) => ({ displayName: `D${index + 1}` }));

describe('the names of deployments in a sentence', () => {
  it.each([
    [1, 'D1'],
    [2, 'D1 and D2'],
    [5, 'D1, D2, D3, D4, and D5'],
    [6, 'D1, D2, D3, D4, D5, and 1 more'],
    [10_000, 'D1, D2, D3, D4, D5, and 9,995 more'],
  ])('are five at most, and how many more there are: of %i', (count, text) => {
    expect(listNames(named(count))).toBe(text);
  });
});
