import { describe, expect, it } from 'vitest';
import { quantityOf } from './quantity.ts';

describe('a quantity', () => {
  it.each([
    ['30Gi', 32_212_254_720],
    ['1.5Ki', 1536],
    ['500m', 0.5],
    ['2', 2],
    [4, 4],
    ['1e3', 1000],
    ['2E', 2e18],
    ['10G', 1e10],
    ['-1', -1],
    ['.5', 0.5],
  ])('of %s is %d', (text, number) => {
    expect(quantityOf(text)).toBe(number);
  });

  it.each(['', 'much', '1 Gi', '1KB', undefined])('is none in %j', (text) => {
    expect(quantityOf(text)).toBeUndefined();
  });
});
