import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';
import { standInModel } from '../embedded/nvidia/stand-in-catalog.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { runNimCatalog } from './run-nim-catalog.ts';

/** What the shipped catalog says of itself. */
export const SHIPPED_DATE = '2026-02';
export const SHIPPED_ORIGIN =
  'facts recorded from the NGC catalog, served by a stand-in; descriptions are ours';

type Facts = Parameters<typeof standInModel>[0];

/**
 * Makes the catalog that is shipped, by the way a maintainer does it: `detect-eu` from an address in
 * the EU, then `generate` from elsewhere. NVIDIA is a stand-in that serves the facts.
 *
 * @throws if a command fails
 */
export const makeShippedCatalog = async (
  facts: readonly Facts[],
  output: string,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'nim-catalog-'));
  const euList = join(folder, 'eu-restricted.txt');
  try {
    await runAgainst(facts, 'eu', ['detect-eu', '--output', euList]);
    const identity = ['--date', SHIPPED_DATE, '--origin', SHIPPED_ORIGIN];
    const generate = ['generate', '--eu-restricted', euList, '--output', output];
    await runAgainst(facts, 'us', [...generate, ...identity]);
  } finally {
    await rm(folder, { recursive: true });
  }
};

const runAgainst = async (
  facts: readonly Facts[],
  callerIn: 'us' | 'eu',
  args: string[],
): Promise<void> => {
  const models = facts.map(standInModel);
  const standIn = await serveNvidiaStandIn(createNvidiaStandIn({ catalog: { models, callerIn } }));
  try {
    const run = await runNimCatalog([...args, '--ngc-url', standIn.url], {
      NGC_API_KEY: testKeys.valid.key,
    }).ended;
    if (run.exitCode !== 0) {
      throw new Error(`nim-catalog ${args[0]} ended with ${run.exitCode}: ${run.stderr}`);
    }
  } finally {
    await standIn.stop();
  }
};
