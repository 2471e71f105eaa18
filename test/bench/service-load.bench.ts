import { CALLER_INFO_PATH } from '../embedded/nvidia/nvidia-stand-in.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import type { Bench, Figure } from './bench.ts';
import {
  buildService,
  load,
  percentile,
  startMeasuredService,
  type MeasuredService,
} from './measured-service.ts';

const USERS = 50;
const SECONDS = 20;
const WARM_UP_SECONDS = 5;
const LATENCY_MS = 100;
/** More than may ask NVIDIA at once. */
const HANGING = 80;

const verification = (user: number | string, key: string) => ({
  headers: { authorization: `Bearer user-${user}`, 'content-type': 'application/json' },
  body: JSON.stringify({ project: 'nim-demo', key }),
});

const { key } = testKeys.valid;

const askAsUser = (user: number) => verification(user, key);

/** The same load straight to the stand-in: what is more than this, the service adds. */
const askDirectly = (service: MeasuredService, seconds: number): Promise<number[]> =>
  load({
    users: USERS,
    seconds,
    address: `${service.nvidiaUrl}${CALLER_INFO_PATH}`,
    ask: () => ({
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ credentials: key }).toString(),
    }),
  });

const underLoad = async (service: MeasuredService): Promise<Figure[]> => {
  const address = `${service.url}/api/v1/keys/verify`;
  await load({ users: USERS, seconds: WARM_UP_SECONDS, address, ask: askAsUser });
  const direct = await askDirectly(service, WARM_UP_SECONDS);
  const before = await service.use();
  const times = await load({ users: USERS, seconds: SECONDS, address, ask: askAsUser });
  const after = await service.use();
  const added = (percent: number): number =>
    percentile(times, percent) - percentile(direct, percent);
  return [
    { what: 'answers', value: times.length, unit: '' },
    { what: 'asked directly, p50', value: percentile(direct, 50), unit: 'ms' },
    { what: 'asked directly, p99', value: percentile(direct, 99), unit: 'ms' },
    { what: 'added, p50', value: added(50), unit: 'ms', atMost: 5 },
    { what: 'added, p99', value: added(99), unit: 'ms', atMost: 25 },
    {
      what: 'CPU of the service for each answer',
      value: ((after.cpuSeconds - before.cpuSeconds) * 1000) / times.length,
      unit: 'ms',
    },
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
  await (await verify('afterwards', key)).text();
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
  buildService();
  const service = await startMeasuredService(LATENCY_MS);
  try {
    return [...(await underLoad(service)), ...(await whileHanging(service))];
  } finally {
    await service.stop();
  }
};

export const bench: Bench = {
  name: 'service-load',
  about: `${USERS} users at once for ${SECONDS} s, NVIDIA answering in ${LATENCY_MS} ms; then an NVIDIA that hangs (45 s)`,
  run,
};
