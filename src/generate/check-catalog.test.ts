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
    expect(findings).toEqual(['bad: tags.0: is no valid image tag']);
  });

  it('names a model that is there under two keys', () => {
    const { findings } = checkCatalog(catalog({ one: entry(), two: entry() }));
    expect(findings).toEqual(['nim/meta/llama: is there more than once']);
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
