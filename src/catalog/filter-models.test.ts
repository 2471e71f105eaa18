import { describe, expect, it } from 'vitest';
import { modelWith } from './catalog-model.factory.ts';
import {
  countFilters,
  inOrder,
  type ModelFilter,
  noFilter,
  passes,
  sizeOf,
} from './filter-models.ts';
import { toEntry } from './model-entry.ts';

const entry = (changes: Parameters<typeof modelWith>[0]) =>
  toEntry(
    modelWith({
      name: 'llama-3.1-8b-instruct',
      displayName: 'Llama-3.1-8B-Instruct',
      namespace: 'nim/meta',
      ...changes,
    }),
  );

const llama = entry({});
const isShown = (filter: Partial<ModelFilter>, of = llama): boolean =>
  passes(of, { ...noFilter, ...filter });

describe('a filter of models', () => {
  it('lets all pass at first', () => {
    expect(isShown({})).toBe(true);
  });

  it('is of publishers, of which any may be the model’s', () => {
    expect(isShown({ publishers: ['meta', 'qwen'] })).toBe(true);
    expect(isShown({ publishers: ['qwen'] })).toBe(false);
  });

  it('is of kinds', () => {
    expect(isShown({ kinds: ['chat'] })).toBe(true);
    expect(isShown({ kinds: ['speech'] })).toBe(false);
  });

  it('is of sizes, also of unknown ones', () => {
    expect(isShown({ sizes: ['small'] })).toBe(true);
    expect(isShown({ sizes: ['unknown'] })).toBe(false);
    expect(isShown({ sizes: ['unknown'] }, entry({ name: 'x', displayName: 'x' }))).toBe(true);
  });

  it('needs all that is filtered by at once', () => {
    expect(isShown({ kinds: ['chat'], publishers: ['qwen'] })).toBe(false);
  });

  it('leaves out what the European Union is not offered', () => {
    expect(isShown({ isEuOnly: true })).toBe(true);
    expect(isShown({ isEuOnly: true }, entry({ euRestricted: true }))).toBe(false);
  });

  it('lets only models pass that are known to need no more GPUs', () => {
    const profiles = [{ tensorParallelSize: 2, minVramPerDeviceGb: 80 }];
    const large = entry({ profiles });
    expect(isShown({ fitsGpus: 2 }, large)).toBe(true);
    expect(isShown({ fitsGpus: 1 }, large)).toBe(false);
    expect(isShown({ fitsGpus: 8 }, llama)).toBe(false);
  });
});

describe('the number of filters that are set', () => {
  it('is none at first', () => {
    expect(countFilters(noFilter)).toBe(0);
  });

  it('counts each value', () => {
    const two = { ...noFilter, publishers: ['meta', 'qwen'] };
    expect(countFilters(two)).toBe(2);
    expect(countFilters({ ...two, kinds: ['chat'], sizes: ['small'] })).toBe(4);
    expect(countFilters({ ...two, isEuOnly: true, fitsGpus: 0 })).toBe(4);
  });
});

describe('a range of parameters', () => {
  it.each([
    [2.9e9, 'tiny'],
    [3e9, 'small'],
    [14.9e9, 'small'],
    [15e9, 'medium'],
    [69e9, 'medium'],
    [70e9, 'large'],
    [undefined, 'unknown'],
  ])('has %s in it: %s', (parameters, range) => {
    expect(sizeOf(parameters === undefined ? {} : { parameters })).toBe(range);
  });
});

describe('the order of models', () => {
  const old = entry({ displayName: 'A', updatedDate: '2024-01-01T00:00:00Z' });
  const fresh = entry({ displayName: 'C', updatedDate: '2026-01-01T00:00:00Z' });
  const undated = entry({ displayName: 'B', updatedDate: undefined });

  it('is that of the search at first', () => {
    expect(inOrder([undated, old, fresh], 'relevance')).toEqual([undated, old, fresh]);
  });

  it('can be that of the names', () => {
    expect(inOrder([undated, fresh, old], 'name')).toEqual([old, undated, fresh]);
  });

  it('can be the newest first, those without a date last', () => {
    expect(inOrder([undated, old, fresh], 'newest')).toEqual([fresh, old, undated]);
  });
});
