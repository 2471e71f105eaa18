import { CALLER_INFO_PATH } from '../embedded/nvidia/nvidia-stand-in.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { benchKey } from './bench-keys.ts';
import type { Bench, Figure } from './bench.ts';
import { build } from './build.ts';
import { load, percentile, without, type LoadOptions } from './load.ts';
import { startMeasuredService, type MeasuredService } from './measured-service.ts';

const USERS = 50;
const SECONDS = 20;
const WARM_UP_SECONDS = 5;
const LATENCY_MS = 100;
const PAUSE_MS = 20;
/** More than may ask NVIDIA at once. */
const HANGING = 80;

const verification = (user: number | string, key: string) => ({
  headers: { authorization: `Bearer user-${user}`, 'content-type': 'application/json' },
  body: JSON.stringify({ project: 'nim-demo', key }),
});

type Question = Pick<LoadOptions, 'address' | 'ask'>;

const throughService = ({ url }: MeasuredService): Question => ({
  address: `${url}/api/v1/keys/verify`,
  ask: (user) => verification(user, benchKey(user).key),
});

const straightToNvidia = ({ nvidiaUrl }: MeasuredService): Question => ({
  address: `${nvidiaUrl}${CALLER_INFO_PATH}`,
  ask: (user) => {
    const { key } = benchKey(user);
    return {
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ credentials: key }).toString(),
    };
  },
});

/** How long answers took without NVIDIA's part of them, as the stand-in measured it. */
const withoutNvidia = async (
  service: MeasuredService,
  question: Question,
  seconds: number,
): Promise<number[]> => {
  await service.takeNvidiaTimes();
  const times = await load({ users: USERS, seconds, pauseWithinMs: PAUSE_MS, ...question });
  return without(times, await service.takeNvidiaTimes());
};

/**
 * The service's own part: what is left of an answer without NVIDIA's part, and without what the load,
 * the stand-in and the machine take when the same users ask the stand-in straight.
 */
const underLoad = async (service: MeasuredService): Promise<Figure[]> => {
  await withoutNvidia(service, straightToNvidia(service), WARM_UP_SECONDS);
  const direct = await withoutNvidia(service, straightToNvidia(service), WARM_UP_SECONDS);
  // Warmed up last: the service lets go of connections that nobody uses for seconds.
  await withoutNvidia(service, throughService(service), WARM_UP_SECONDS);
  const before = await service.use();
  const times = await withoutNvidia(service, throughService(service), SECONDS);
  const after = await service.use();
  const added = (percent: number): number =>
    percentile(times, percent) - percentile(direct, percent);
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
  return [
    { what: 'answers', value: times.length, unit: '' },
    { what: 'the load’s own delay, p50', value: percentile(direct, 50), unit: 'ms' },
    { what: 'the load’s own delay, p99', value: percentile(direct, 99), unit: 'ms' },
    { what: 'added, p50', value: added(50), unit: 'ms', atMost: 5 },
    { what: 'added, p99', value: added(99), unit: 'ms', atMost: 25 },
    { what: 'event loop of the service late, p99', value: after.eventLoopLateMs, unit: 'ms' },
    {
      what: 'CPU of the service for each answer',
      value: (cpuSeconds * 1000) / times.length,
      unit: 'ms',
    },
    { what: 'CPU of the service', value: (cpuSeconds / SECONDS) * 100, unit: '% of a core' },
    { what: 'memory', value: after.megabytes, unit: 'MB', atMost: 256 },
    {
      what: 'memory gained under load',
      value: after.megabytes - before.megabytes,
      unit: 'MB',
      atMost: 20,
    },
  ];
};

const whileHanging = async (service: MeasuredService): Promise<Figure[]> => {
  const verify = (user: string, asked: string): Promise<Response> =>
    fetch(`${service.url}/api/v1/keys/verify`, { method: 'POST', ...verification(user, asked) });
  const before = performance.now();
  const hanging = Array.from({ length: HANGING }, (_, user) =>
    verify(`hanging-${user}`, testKeys.slow.key),
  );
  const files: number[] = [];
  while (performance.now() < before + 5_000) {
    const asked = performance.now();
    const file = await fetch(`${service.url}/remoteEntry.js`);
    await file.arrayBuffer();
    files.push(file.ok ? performance.now() - asked : Number.POSITIVE_INFINITY);
  }
  const answers = await Promise.all(hanging);
  const seconds = (performance.now() - before) / 1000;
  const verdicts = await Promise.all(answers.map((answer) => answer.text()));
  const afterwards = performance.now();
  await (await verify('afterwards', testKeys.valid.key)).text();
  return [
    {
      what: 'static file while NVIDIA hangs, p99',
      value: percentile(files, 99),
      unit: 'ms',
      atMost: 50,
    },
    {
      what: 'of the hanging questions answered "could not tell"',
      value: verdicts.filter((verdict) => verdict.includes('timeout')).length,
      unit: '',
      atLeast: HANGING,
    },
    { what: 'all of them answered after', value: seconds, unit: 's', atMost: 10 },
    {
      what: 'a question afterwards',
      value: performance.now() - afterwards,
      unit: 'ms',
      atMost: 2 * LATENCY_MS,
    },
  ];
};

const run = async (): Promise<Figure[]> => {
  build('plugin', 'service');
  const service = await startMeasuredService({ latencyMs: LATENCY_MS, users: USERS });
  try {
    return [...(await underLoad(service)), ...(await whileHanging(service))];
  } finally {
    await service.stop();
  }
};

export const bench: Bench = {
  name: 'service-load',
  about: `${USERS} users at once for ${SECONDS} s, NVIDIA answering in ${LATENCY_MS} ms; then an NVIDIA that hangs (50 s)`,
  run,
};
