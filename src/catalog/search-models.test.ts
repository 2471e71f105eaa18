import { describe, expect, it } from 'vitest';
import { modelWith } from './catalog-model.factory.ts';
import { toEntry } from './model-entry.ts';
import { createModelSearch, isSearch } from './search-models.ts';

const model = (name: string, displayName: string, more = {}) =>
  toEntry(modelWith({ name, displayName, namespace: 'nim/meta', shortDescription: '', ...more }));

const models = [
  model('llama-3.1-8b-instruct', 'Llama-3.1-8B-Instruct'),
  model('llama-3.1-70b-instruct', 'Llama-3.1-70b-instruct'),
  model('nemotron-nano', 'Nemotron Nano', { namespace: 'nim/nvidia', shortDescription: 'small' }),
  model('deepseek-r1', 'DeepSeek-R1', { namespace: 'nim/deepseek-ai', tags: ['7.4.1-rtx'] }),
  model('nv-embedqa-e5-v5', 'Retrieval QA E5', { namespace: 'nim/nvidia' }),
  model('mixtral-8x7b', 'Mixtral-8x7B', { shortDescription: 'Better than a llama, they say' }),
];

const found = async (text: string): Promise<string[]> => {
  const search = createModelSearch(models);
  await search.ready;
  return search.find(text).entries.map((entry) => entry.model.name);
};

const ofPublisher = (publisher: string, name: string) =>
  model(name, name, {
    namespace: `nim/${publisher}`,
    shortDescription: `${name} by ${publisher}, served as an NVIDIA NIM.`,
  });

describe('the search for a model', () => {
  it('finds it by its name, before others that only mention it', async () => {
    expect(await found('llama')).toEqual([
      'llama-3.1-8b-instruct',
      'llama-3.1-70b-instruct',
      'mixtral-8x7b',
    ]);
  });

  it.each([
    ['its publisher', 'deepseek-ai', 'deepseek-r1'],
    ['its description', 'small', 'nemotron-nano'],
    ['its kind', 'embedding', 'nv-embedqa-e5-v5'],
    ['one of its versions', '7.4.1', 'deepseek-r1'],
  ])('finds it by %s', async (_what, text, name) => {
    expect(await found(text)).toEqual([name]);
  });

  it.each([
    ['lama', 'llama-3.1-8b-instruct'],
    ['nemotrn', 'nemotron-nano'],
    ['mitxral', 'mixtral-8x7b'],
    ['depseek', 'deepseek-r1'],
  ])('forgives a typing error: %s', async (text, name) => {
    expect(await found(text)).toContain(name);
  });

  it('does not find it by what most descriptions say', async () => {
    const search = createModelSearch([
      ofPublisher('nvidia', 'nemotron'),
      ofPublisher('meta', 'llama'),
      ofPublisher('openai', 'whisper'),
    ]);
    await search.ready;
    const names = (text: string): string[] =>
      search.find(text).entries.map((entry) => entry.model.name);
    expect(names('nvidia')).toEqual(['nemotron']);
    expect(names('served')).toEqual([]);
    expect(names('openai')).toEqual(['whisper']);
  });

  it('finds it before a word is finished', async () => {
    expect(await found('nemo')).toEqual(['nemotron-nano']);
  });

  it('finds it before a number is finished', async () => {
    expect(await found('llama 3.1 7')).toEqual(['llama-3.1-70b-instruct']);
    expect(await found('mixtral 8')).toEqual(['mixtral-8x7b']);
    expect(await found('mixtral 8x7')).toEqual(['mixtral-8x7b']);
  });

  it('forgives letters that changed places, where nothing is found otherwise', async () => {
    for (const typed of ['lalma', 'lamma', 'llmaa']) {
      expect(await found(`${typed} 70b`)).toEqual(['llama-3.1-70b-instruct']);
    }
    expect(await found('lamx')).toEqual([]);
  });

  it('finds it by its image as it was copied', async () => {
    const image = 'nvcr.io/nim/meta/llama-3.1-8b-instruct';
    expect(await found(image)).toEqual(['llama-3.1-8b-instruct']);
  });

  it('wants all the words, in any order', async () => {
    expect(await found('instruct 8b llama')).toEqual(['llama-3.1-8b-instruct']);
    expect(await found('llama whisper')).toEqual([]);
  });

  it('takes numbers as they are written', async () => {
    expect(await found('llama 71b')).toEqual([]);
    expect(await found('llama 3.2')).toEqual([]);
    expect(await found('r1')).toEqual(['deepseek-r1']);
  });

  it('takes letters and numbers apart', async () => {
    expect(await found('llama3.1')).toEqual(['llama-3.1-8b-instruct', 'llama-3.1-70b-instruct']);
  });

  it('says the words of the models that were found, to highlight them', async () => {
    const search = createModelSearch(models);
    await search.ready;
    expect(search.find('lama 8b').words.toSorted()).toEqual(['8b', 'llama']);
  });

  it('has nothing to look for in a single letter or in blanks', () => {
    expect([isSearch(' l '), isSearch('  '), isSearch('ll'), isSearch('r1')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
