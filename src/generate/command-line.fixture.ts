import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import {
  runNimCatalog,
  type NimCatalogRun,
} from '../../test/catalog-from-facts/run-nim-catalog.ts';
import {
  createNvidiaStandIn,
  type NvidiaStandIn,
} from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import type { StandInCatalog, StandInModel } from '../../test/embedded/nvidia/stand-in-catalog.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { parseCatalogFile } from './file/catalog-file.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

/** A folder of the test's own. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nim-catalog-'));
  endings.push(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** A model of the stand-in, with what matters to the test. */
export const nim = (name: string, given: Partial<StandInModel> = {}): StandInModel => ({
  name,
  team: 'meta',
  displayName: `The ${name}`,
  tags: ['1.0.0', '1', 'latest'],
  latestTag: '1.0.0',
  updatedDate: '2026-01-01T00:00:00.000Z',
  ...given,
});

/** The stand-in over HTTP, until the test is over. */
export const nvidia = async (
  catalog: StandInCatalog | StandInModel[],
  options: { latencyMs?: number } = {},
): Promise<{ url: string; standIn: NvidiaStandIn; stop: () => Promise<void> }> => {
  const standIn = createNvidiaStandIn({
    catalog: Array.isArray(catalog) ? { models: catalog } : catalog,
    ...options,
  });
  const { url, stop } = await serveNvidiaStandIn(standIn);
  endings.push(stop);
  return { url, standIn, stop };
};

export const KEY = testKeys.valid.key;

/** Runs the command line with a valid key, and with little patience. */
export const nimCatalog = (
  args: string[],
  environment: Record<string, string> = { NGC_API_KEY: KEY },
  stdin = '',
): Promise<NimCatalogRun> => startNimCatalog(args, environment, stdin).ended;

export const startNimCatalog = (
  args: string[],
  environment: Record<string, string> = { NGC_API_KEY: KEY },
  stdin = '',
): ReturnType<typeof runNimCatalog> => runNimCatalog(args, environment, stdin);

/** `generate` against one stand-in. */
export const generateFrom = (url: string, ...args: string[]): Promise<NimCatalogRun> =>
  nimCatalog(['generate', '--ngc-url', url, '--retries', '2', ...args]);

/** The entries of a catalog by their key, as they are written. */
export const entriesIn = (text: string): Record<string, Record<string, unknown>> => {
  const reading = parseCatalogFile(text);
  if (reading.status === 'failed') {
    throw new Error(reading.message);
  }
  const entries = reading.file.shards.flatMap((shard) => shard.entries);
  return Object.fromEntries(
    entries.map(({ key, text: json }) => [key, JSON.parse(json) as Record<string, unknown>]),
  );
};
