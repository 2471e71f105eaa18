import { describe, expect, it } from 'vitest';
import { modelWith } from './catalog-model.factory.ts';
import { kindOf } from './model-kind.ts';

const of = (name: string, namespace = 'nim/nvidia', displayName = name) =>
  kindOf(modelWith({ name, namespace, displayName }));

describe('what a model is for', () => {
  it.each([
    ['llama-3.1-8b-instruct', 'chat'],
    ['gemma-2-9b-it', 'chat'],
    ['deepseek-r1', 'chat'],
    ['nv-embedqa-e5-v5', 'embedding'],
    ['llama-nemotron-embed-vl-1b-v2', 'embedding'],
    ['llama-3.2-nv-rerankqa-1b-v2', 'reranking'],
    ['llama-3.2-11b-vision-instruct', 'vision'],
    ['stable-diffusion-3.5-large', 'vision'],
    ['parakeet-0-6b-ctc-en-us', 'speech'],
    ['genmol', 'biology'],
  ])('is read from the words of its name: %s is for %s', (name, kind) => {
    expect(of(name)).toBe(kind);
  });

  it('is read from its display name, too', () => {
    expect(of('canary', 'nim/nvidia', 'Canary ASR')).toBe('speech');
  });

  it('is known of some publishers', () => {
    expect(of('boltz2', 'nim/mit')).toBe('biology');
    expect(of('boltz2', 'nim/else')).toBe('other');
  });

  it.each([
    'llama-3.1-8b-base',
    'llama-3.1-nemoguard-8b-content-safety',
    'nemotron-4-340b-reward',
    'riva-translate-4b-instruct-v1.1',
    'corrdiff',
  ])('is not guessed: %s is another', (name) => {
    expect(of(name)).toBe('other');
  });

  it('takes no part of a word for a word', () => {
    expect(of('bitnet-clip-chatter')).toBe('other');
  });
});
