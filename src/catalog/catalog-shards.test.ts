import { describe, expect, it } from 'vitest';
import { furtherShards, SHARDS_ANNOTATION } from './catalog-shards.ts';

const first = (listed: string): { name: string; annotations: Record<string, string> } => ({
  name: 'nim-models-data',
  annotations: { [SHARDS_ANNOTATION]: listed },
});

describe('the further parts of a catalog', () => {
  it('are none for a catalog of the usual size', () => {
    expect(furtherShards({ name: 'nim-models-data' })).toEqual([]);
  });

  it('are those that the first ConfigMap names', () => {
    expect(furtherShards(first('nim-models-data-2, nim-models-data-3'))).toEqual([
      'nim-models-data-2',
      'nim-models-data-3',
    ]);
  });

  it('are read once each, and the first one not again', () => {
    expect(furtherShards(first('a,nim-models-data,,a'))).toEqual(['a']);
  });
});
