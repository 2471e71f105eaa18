import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';
import type { Bench, Figure } from './bench.ts';
import { madeUpModels } from './made-up-models.ts';
import { buildCommandLine, measure, type Use } from './measured.ts';

const FEW = 2_500;
const MANY = 10_000;

const generate = async (count: number, patch: number, output: string): Promise<Use> => {
  const standIn = createNvidiaStandIn({ catalog: { models: madeUpModels(count, patch) } });
  const { url, stop } = await serveNvidiaStandIn(standIn);
  try {
    const args = ['--no-sizing', '--shards', '--output', output];
    return await measure(['generate', '--ngc-url', url, ...args]);
  } finally {
    await stop();
  }
};

type Uses = Record<'generate' | 'check' | 'diff', Use>;

/** Every tag of the second catalog's versions differs, so that a diff has all to tell. */
const measureModels = async (count: number, folder: string): Promise<Uses> => {
  const [older, newer] = [join(folder, `${count}-old.yaml`), join(folder, `${count}-new.yaml`)];
  const generated = await generate(count, 0, older);
  await generate(count, 1, newer);
  return {
    generate: generated,
    check: await measure(['check', older]),
    diff: await measure(['diff', older, newer], 1),
  };
};

const run = async (): Promise<Figure[]> => {
  buildCommandLine();
  const folder = mkdtempSync(join(tmpdir(), 'nim-bench-'));
  try {
    const start = await measure(['--version']);
    const [few, many] = [await measureModels(FEW, folder), await measureModels(MANY, folder)];
    return (['generate', 'check', 'diff'] as const).flatMap((command) =>
      figuresOf(command, few[command], many[command], start),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const figuresOf = (command: string, few: Use, many: Use, start: Use): Figure[] => [
  { what: `${command} of ${FEW}`, value: few.seconds, unit: 's' },
  { what: `${command} of ${MANY}`, value: many.seconds, unit: 's' },
  {
    what: `${command}: CPU time for a model, ${MANY} against ${FEW}`,
    value: cpuOfAModel(many, start, MANY) / cpuOfAModel(few, start, FEW),
    unit: 'times',
    atMost: 1.25,
  },
  { what: `${command} of ${MANY}: peak memory`, value: many.peakMegabytes, unit: 'MB' },
];

const cpuOfAModel = (use: Use, start: Use, count: number): number =>
  (use.cpuSeconds - start.cpuSeconds) / count;

export const bench: Bench = {
  name: 'many-models',
  about: `generate, check and diff of ${FEW} and ${MANY} models; about a minute`,
  run,
};
