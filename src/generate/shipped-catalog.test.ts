import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCatalogFile } from './file/catalog-file.ts';
import { checkCatalog } from './check-catalog.ts';
import { shuffled, randomFrom } from '../catalog/random.factory.ts';
import { makeShippedCatalog } from '../../test/catalog-from-facts/shipped-catalog.ts';

const SHIPPED = 'manifests/base/nim-models-data.yaml';

let shipped: string;
let folder: string;
beforeAll(async () => {
  shipped = await readFile(SHIPPED, 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'shipped-catalog-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The facts in the shipped catalog, in an order that NVIDIA might give them in. */
const factsIn = (text: string): Parameters<typeof makeShippedCatalog>[0] => {
  const reading = parseCatalogFile(text);
  if (reading.status === 'failed') {
    throw new Error(reading.message);
  }
  const random = randomFrom(7);
  return shuffled(reading.file.catalog.models, random).map(
    ({ name, namespace, displayName, tags, latestTag, updatedDate, euRestricted }) => ({
      name,
      namespace,
      displayName,
      tags: shuffled(tags, random),
      euRestricted,
      ...(latestTag === undefined ? {} : { latestTag }),
      ...(updatedDate === undefined ? {} : { updatedDate }),
    }),
  );
};

describe('the shipped catalog', () => {
  it('has nothing that the wizard would complain about', () => {
    expect(checkCatalog(shipped)).toEqual({ models: 186, findings: [] });
  });

  it('marks the models that NVIDIA does not offer in the EU', () => {
    const restricted = factsIn(shipped).filter(({ euRestricted }) => euRestricted);
    expect(restricted.map(({ name }) => name).toSorted()).toEqual([
      'llama-3.2-11b-vision-instruct',
      'llama-3.2-90b-vision-instruct',
      'llama-4-maverick-17b-128e-instruct',
      'llama-4-scout-17b-16e-instruct',
    ]);
  });

  it('is immutable, and says when and where its facts are from', () => {
    expect(shipped).toMatch(/^immutable: true$/m);
    expect(shipped).toMatch(/catalog-date: 2026-02$/m);
    expect(shipped).toMatch(/catalog-origin: facts recorded from the NGC catalog/);
  });

  it('comes out the same, byte for byte, whatever the order of the answers', async () => {
    const output = join(folder, 'again.yaml');
    await makeShippedCatalog(factsIn(shipped), output);
    expect(await readFile(output, 'utf8')).toBe(shipped);
  }, 60_000);
});
