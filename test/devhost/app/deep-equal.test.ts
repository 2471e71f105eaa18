import { describe, expect, it } from 'vitest';
import { deepEqual } from './deep-equal.ts';

describe('deepEqual', () => {
  it.each([
    [1, 1],
    [Number.NaN, Number.NaN],
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }],
    [[], []],
  ])('finds %j and %j the same', (one, other) => {
    expect(deepEqual(one, other)).toBe(true);
  });

  it.each([
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [[1], [1, 2]],
    [[], {}],
    [null, {}],
    ['1', 1],
  ])('tells %j from %j', (one, other) => {
    expect(deepEqual(one, other)).toBe(false);
  });

  it('compares objects of classes by identity', () => {
    const error = new Error('same');
    expect(deepEqual({ error }, { error })).toBe(true);
    expect(deepEqual({ error }, { error: new Error('same') })).toBe(false);
  });
});
