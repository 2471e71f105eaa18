import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCatalog } from './check-catalog.ts';

const entry = (fields: object = {}): string =>
  JSON.stringify({
    name: 'llama',
    displayName: 'Llama',
    namespace: 'nim/meta',
    tags: ['1.0.0'],
    ...fields,
  });

const catalog = (data: Record<string, string>): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'nim-models-data' },
    data,
  });

describe('checking a catalog', () => {
  it('finds nothing in the catalog that is shipped', () => {
    const shipped = readFileSync('manifests/base/nim-models-data.yaml', 'utf8');
    expect(checkCatalog(shipped)).toEqual({ models: 186, findings: [] });
  });

  it('names an entry that the wizard cannot read, and why', () => {
    const { models, findings } = checkCatalog(
      catalog({ llama: entry(), bad: entry({ tags: ['a b'] }) }),
    );
    expect(models).toBe(1);
    expect(findings).toEqual(['bad: "tags" has "a b", which is not a valid image tag']);
  });

  it('names a model that is there under two keys', () => {
    const { models, findings } = checkCatalog(catalog({ one: entry(), two: entry() }));
    expect(models).toBe(1);
    expect(findings).toEqual(['two: is the model nim/meta/llama again, which is listed as "one"']);
  });

  it('says by how much the data are more than a ConfigMap may hold', () => {
    const { findings } = checkCatalog(catalog({ llama: entry({ logo: 'x'.repeat(1024 * 1024) }) }));
    expect(findings).toEqual([
      expect.stringMatching(/^nim-models-data: the data has \d+ bytes, \d+ more than/),
    ]);
  });

  it('refuses what is no ConfigMap', () => {
    expect(checkCatalog('kind: Secret').findings).toEqual([
      expect.stringContaining('no catalog: kind'),
    ]);
  });

  it('refuses what is no YAML', () => {
    expect(checkCatalog('a: [').findings).toEqual([
      expect.stringContaining('not readable as YAML'),
    ]);
  });
});

const part = (name: string, model: string, others?: string): string =>
  JSON.stringify({
    kind: 'ConfigMap',
    metadata: {
      name,
      ...(others === undefined
        ? {}
        : { annotations: { 'nim-wizard.opendatahub.io/catalog-shards': others } }),
    },
    data: { [model]: entry({ name: model }) },
  });

describe('checking a catalog in several ConfigMaps', () => {
  it('finds nothing if the first names the others', () => {
    const text = [part('cat', 'a', 'cat-2'), part('cat-2', 'b')].join('\n---\n');
    expect(checkCatalog(text)).toEqual({ models: 2, findings: [] });
  });

  it('reads a List of them as well', () => {
    const items = [part('cat', 'a', 'cat-2'), part('cat-2', 'b')].map((text) => JSON.parse(text));
    expect(checkCatalog(JSON.stringify({ kind: 'List', items }))).toEqual({
      models: 2,
      findings: [],
    });
  });

  it('names a part that is missing, and one that nobody reads', () => {
    const text = [part('cat', 'a', 'cat-2'), part('cat-3', 'b')].join('\n---\n');
    expect(checkCatalog(text).findings).toEqual([
      'cat-2: cat names it as a part, but it is not in the file',
      'cat-3: is not read, for cat does not name it as a part',
    ]);
  });

  it('names keys that a ConfigMap may not have, that repeat or that hold no text', () => {
    const text = [
      'kind: ConfigMap',
      'metadata: { name: cat }',
      'data:',
      `  'a b': '${entry({ name: 'one' })}'`,
      `  __proto__: '${entry({ name: 'two' })}'`,
      `  twice: '${entry({ name: 'three' })}'`,
      `  twice: '${entry({ name: 'four' })}'`,
      '  ..: x',
      '  number: 7',
    ].join('\n');
    expect(checkCatalog(text).findings).toEqual([
      '..: is not valid JSON',
      'twice: the key is there more than once',
      '"a b": is no key that a ConfigMap may have',
      '"..": is no key that a ConfigMap may have',
      'number: is not text',
    ]);
  });
});
