import { describe, expect, it } from 'vitest';
import { canonicalQuantity, parseQuantity } from './quantity.ts';

describe('the canonical form of a quantity', () => {
  it.each([
    ['30Gi', '30Gi'],
    ['1024Mi', '1Gi'],
    ['0.5Gi', '512Mi'],
    ['2048Ki', '2Mi'],
    ['1000', '1k'],
    ['1024', '1024'],
    ['1500m', '1500m'],
    ['0.1', '100m'],
    ['1000M', '1G'],
    ['1e3', '1e3'],
    [4, '4'],
    ['-1', '-1'],
    ['0', '0'],
  ])('writes %s as %s', (given, canonical) => {
    expect(canonicalQuantity(given)).toBe(canonical);
  });

  it('leaves alone what is no quantity', () => {
    expect(canonicalQuantity('ten')).toBe('ten');
    expect(parseQuantity('1GiB')).toBeUndefined();
  });
});
