import { createNvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';
import type { Bench, Figure } from './bench.ts';
import { madeUpModels } from './made-up-models.ts';
import { buildCommandLine, measure, type Use } from './measured.ts';

const MODELS = 186;
const LATENCY_MS = 500;

const generate = async (...args: string[]): Promise<Use> => {
  const standIn = createNvidiaStandIn({
    catalog: { models: madeUpModels(MODELS) },
    latencyMs: LATENCY_MS,
  });
  const { url, stop } = await serveNvidiaStandIn(standIn);
  try {
    return await measure(['generate', '--ngc-url', url, ...args]);
  } finally {
    await stop();
  }
};

const run = async (): Promise<Figure[]> => {
  buildCommandLine();
  const oneByOne = await generate('--no-sizing', '--concurrency', '1');
  const atOnce = await generate('--no-sizing', '--concurrency', '16');
  const sized = await generate('--concurrency', '16');
  return [
    { what: 'one at a time', value: oneByOne.seconds, unit: 's' },
    { what: '16 at once', value: atOnce.seconds, unit: 's' },
    { what: 'times faster', value: oneByOne.seconds / atOnce.seconds, unit: '', atLeast: 12 },
    { what: '16 at once, with GPU needs (twice the requests)', value: sized.seconds, unit: 's' },
    {
      what: 'peak memory, the largest of the three',
      value: Math.max(...[oneByOne, atOnce, sized].map(({ peakMegabytes }) => peakMegabytes)),
      unit: 'MB',
      atMost: 150,
    },
  ];
};

export const bench: Bench = {
  name: 'generate-at-once',
  about: `generate of ${MODELS} models at ${LATENCY_MS / 1000} s an answer; one at a time takes more than 90 s`,
  run,
};
