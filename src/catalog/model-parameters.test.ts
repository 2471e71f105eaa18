import { describe, expect, it } from 'vitest';
import { parametersOf } from './model-parameters.ts';

const of = (displayName: string, name = '') => parametersOf({ displayName, name });

describe('how many parameters a model has', () => {
  it.each([
    ['Llama-3.1-8B-Instruct', 8e9],
    ['Parakeet 0.6b CTC en-US NIM', 6e8],
    ['NVIDIA Retrieval QA Llama 3.2 300m Embedding v1', 3e8],
    ['Qwen3-235B-A22B-Instruct-2507-FP8', 235e9],
    ['Evo 2 40B', 40e9],
    ['StarCoderBase 15.5B', 15.5e9],
  ])('is read from %s', (name, count) => {
    expect(of(name)).toBe(count);
  });

  it('is read from the image’s name when the other does not say', () => {
    expect(of('Retrieval QA', 'nv-embedqa-1b-v2')).toBe(1e9);
  });

  it.each([
    'DeepSeek-R1',
    'Mixtral-8x7B-Instruct-v0.1',
    'Llama 4 Scout 17B 16E Instruct',
    'llama-4-maverick-17b-128e-instruct',
    'bge-m3',
    'Phi-3-Mini-4K-Instruct',
    'Llama PB October 2024 (PB 24h2)',
  ])('is not known of %s', (name) => {
    expect(of(name)).toBeUndefined();
  });
});
