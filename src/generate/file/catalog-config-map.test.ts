import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CatalogModel } from '../../catalog/catalog-model.ts';
import { modelWith } from '../../catalog/catalog-model.factory.ts';
import { checkCatalog } from '../check-catalog.ts';
import {
  bytesOf,
  catalogEntries,
  catalogText,
  splitIntoShards,
  type CatalogEntry,
} from './catalog-config-map.ts';
import { parseCatalogFile } from './catalog-file.ts';

const part = fc.stringMatching(/^[a-z0-9]{1,4}([._-][a-z0-9]{1,3})?$/);
const tag = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,9}$/);

/** Any model that the wizard can read. */
const anyModel: fc.Arbitrary<CatalogModel> = fc
  .record({
    name: part,
    namespace: part.map((publisher) => `nim/${publisher}`),
    displayName: fc.string({ minLength: 1, unit: 'grapheme' }),
    shortDescription: fc.string({ unit: 'grapheme' }),
    tags: fc.uniqueArray(tag, { minLength: 1 }),
    euRestricted: fc.boolean(),
  })
  .map((model) => modelWith(model));

const anyModels = fc.uniqueArray(anyModel, {
  selector: ({ namespace, name }) => `${namespace}/${name}`,
});

const textOf = (models: CatalogModel[], limit?: number): string =>
  catalogText({ name: 'nim-models-data' }, splitIntoShards(catalogEntries(models), limit));

const entry = (key: string, bytes: number): CatalogEntry => ({
  key,
  text: 'x'.repeat(bytes - key.length),
});

describe("a catalog's file", () => {
  it('is read back as it was written, with nothing to complain about', () => {
    fc.assert(
      fc.property(anyModels, (models) => {
        const text = textOf(models);
        const reading = parseCatalogFile(text);
        expect(reading.status === 'ok' && new Set(reading.file.catalog.models)).toEqual(
          new Set(models),
        );
        expect(checkCatalog(text)).toEqual({ models: models.length, findings: [] });
      }),
    );
  });

  it('is the same for the same models in any order', () => {
    fc.assert(
      fc.property(anyModels, (models) => {
        expect(textOf(models.toReversed())).toBe(textOf(models));
      }),
    );
  });

  it('is the same catalog in several ConfigMaps, none of which is too large', () => {
    fc.assert(
      fc.property(anyModels, (models) => {
        const entries = catalogEntries(models);
        const limit = Math.max(400, ...entries.map(bytesOf));
        const shards = splitIntoShards(entries, limit);
        expect(shards.flat()).toEqual(entries);
        for (const shard of shards) {
          expect(shard.reduce((sum, one) => sum + bytesOf(one), 0)).toBeLessThanOrEqual(limit);
        }
        expect(checkCatalog(textOf(models, limit))).toEqual({
          models: models.length,
          findings: [],
        });
      }),
    );
  });

  it('fills a ConfigMap to its last byte', () => {
    const shards = splitIntoShards([entry('a', 60), entry('b', 40), entry('c', 1)], 100);
    expect(shards.map((shard) => shard.map(({ key }) => key))).toEqual([['a', 'b'], ['c']]);
  });

  it('names what it is, when and where from, and nothing that is not given', () => {
    const identity = { name: 'ours', namespace: 'there', date: '2026-05-01', origin: 'us: them' };
    expect(parse(catalogText(identity, [[]]))).toMatchObject({
      metadata: {
        name: 'ours',
        namespace: 'there',
        annotations: {
          'nim-wizard.opendatahub.io/catalog-date': '2026-05-01',
          'nim-wizard.opendatahub.io/catalog-origin': 'us: them',
        },
      },
    });
    expect(catalogText({ name: 'ours' }, [[]])).not.toContain('annotations');
  });

  it('quotes what older YAML takes for something else', () => {
    const text = catalogText({ name: 'a', date: '2026-05-01' }, [
      [
        { key: 'yes', text: '{}' },
        { key: '1_0', text: '1' },
      ],
    ]);
    expect(text).toContain('"yes": "{}"');
    expect(text).toContain('"1_0": "1"');
    expect(text).toContain('catalog-date: "2026-05-01"');
  });
});
