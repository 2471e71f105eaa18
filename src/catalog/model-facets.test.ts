import { describe, expect, it } from 'vitest';
import { modelWith } from './catalog-model.factory.ts';
import { noFilter } from './filter-models.ts';
import { toEntry } from './model-entry.ts';
import { countValues, valuesOf } from './model-facets.ts';

const entry = (name: string, publisher: string) =>
  toEntry(modelWith({ name, displayName: name, namespace: `nim/${publisher}` }));

const small = entry('llama-3.1-8b-instruct', 'meta');
const large = entry('llama-3.1-70b-instruct', 'meta');
const other = entry('qwen-7b-instruct', 'qwen');
const all = [small, large, other];

describe('the number beside a value of a filter', () => {
  it('is that of the models that were found with it', () => {
    expect(countValues(all, noFilter, 'publishers')).toEqual(
      new Map([
        ['meta', 2],
        ['qwen', 1],
      ]),
    );
    expect(countValues([other], noFilter, 'publishers')).toEqual(new Map([['qwen', 1]]));
  });

  it('follows the other filters', () => {
    const filter = { ...noFilter, sizes: ['large' as const] };
    expect(countValues(all, filter, 'publishers')).toEqual(new Map([['meta', 1]]));
  });

  it('does not follow the filter that it belongs to, since another value adds to that', () => {
    const filter = { ...noFilter, publishers: ['qwen'] };
    expect(countValues(all, filter, 'publishers')).toEqual(
      new Map([
        ['meta', 2],
        ['qwen', 1],
      ]),
    );
    expect(countValues(all, filter, 'sizes')).toEqual(new Map([['small', 1]]));
  });
});

describe('the values of a filter', () => {
  it('are those that any model has', () => {
    expect(valuesOf(all, 'publishers')).toEqual(new Set(['meta', 'qwen']));
    expect(valuesOf(all, 'sizes')).toEqual(new Set(['small', 'large']));
  });
});
