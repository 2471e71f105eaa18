import { describe, expect, it } from 'vitest';
import { bitsOf } from './model-precision.ts';

describe('the bits of a parameter', () => {
  it.each([
    ['qwen3-235b-a22b-fp8', 8],
    ['qwen3-235b-a22b-2507-fp8', 8],
    ['llama-3.1-70b-instruct-int8', 8],
    ['llama-3.1-405b-nvfp4', 4],
    ['mistral-7b-awq', 4],
    ['llama-3.1-70b-instruct', undefined],
    ['fp80-model', undefined],
  ])('of %s are %s', (name, bits) => {
    expect(bitsOf({ name, displayName: 'A model' })).toBe(bits);
    expect(bitsOf({ name: 'a-model', displayName: name.toUpperCase() })).toBe(bits);
  });
});
