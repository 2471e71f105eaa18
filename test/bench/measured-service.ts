import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { listAt, objectAt, textAt } from '../embedded/cluster/json.ts';
import { manifestDocuments } from '../embedded/seed/manifest-documents.ts';
import { startServiceProcess } from '../start/service-process.ts';
import { benchKey } from './bench-keys.ts';

const root = resolve(import.meta.dirname, '../..');

/** The service as it is shipped, in a process of its own, between upstreams in another. */
export interface MeasuredService {
  url: string;
  nvidiaUrl: string;
  use: () => Promise<ServiceUse>;
  /** How long NVIDIA's answers to each user took since this was asked last, in their order. */
  takeNvidiaTimes: () => Promise<(user: number) => number[]>;
  stop: () => Promise<void>;
}

export interface ServiceUse {
  /** Resident memory now. */
  megabytes: number;
  /** CPU time of the process so far, all its threads. */
  cpuSeconds: number;
  /** 99 of 100 turns of its event loop were late by no more, since this was asked last. */
  eventLoopLateMs: number;
}

/** What the manifests tell Node about memory. */
const shippedNodeOptions = (): string => {
  const file = resolve(root, 'manifests/base/service/deployment.yaml');
  const [deployment] = manifestDocuments(readFileSync(file, 'utf8'));
  const pod = objectAt(objectAt(objectAt(deployment, 'spec'), 'template'), 'spec');
  const variables = listAt(listAt(pod, 'containers')[0], 'env');
  const options = variables.find((variable) => textAt(variable, 'name') === 'NODE_OPTIONS');
  return textAt(options, 'value') ?? '';
};

export const startMeasuredService = async (options: {
  latencyMs: number;
  users: number;
}): Promise<MeasuredService> => {
  const upstreams = await startUpstreams(options);
  let metricsPort = 0;
  const service = await startServiceProcess({
    port: 0,
    ngcUrl: upstreams.nvidia,
    cluster: { url: upstreams.kubernetes },
    onLine: (line) => {
      metricsPort ||= metricsPortIn(line);
    },
    onWarning: () => undefined,
    onEnd: (output) => {
      throw new Error(`the service has ended: ${output}`);
    },
    environment: {
      NIM_WIZARD_ATTEMPTS_PER_MINUTE: '1000',
      NIM_WIZARD_TOTAL_ATTEMPTS_PER_MINUTE: '100000',
      NODE_OPTIONS: shippedNodeOptions(),
      NIM_WIZARD_METRICS_PORT: '0',
    },
  });
  return {
    url: service.url,
    nvidiaUrl: upstreams.nvidia,
    use: async () => readUse(await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()),
    takeNvidiaTimes: async () => {
      const times = (await (await fetch(upstreams.times)).json()) as Record<string, number[]>;
      return (user) => times[benchKey(user).key] ?? [];
    },
    stop: async () => {
      await service.stop();
      upstreams.stop();
    },
  };
};

/** Node looks at its event loop every 10 ms and counts these 10 ms as well. */
const LOOK_MS = 10;

const readUse = (metrics: string): ServiceUse => {
  const valueOf = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
  return {
    megabytes: valueOf('process_resident_memory_bytes') / 1e6,
    cpuSeconds: valueOf('process_cpu_seconds_total'),
    eventLoopLateMs: valueOf('nodejs_eventloop_lag_p99_seconds') * 1000 - LOOK_MS,
  };
};

/** The log says which port was free for the metrics. */
const metricsPortIn = (line: string): number =>
  Number(/"port":(\d+),"msg":"metrics"/.exec(line)?.[1] ?? 0);

interface Upstreams {
  nvidia: string;
  kubernetes: string;
  times: string;
}

const startUpstreams = async ({
  latencyMs,
  users,
}: {
  latencyMs: number;
  users: number;
}): Promise<Upstreams & { stop: () => void }> => {
  const file = resolve(import.meta.dirname, 'service-upstreams.ts');
  const child = spawn(process.execPath, [file, String(latencyMs), String(users)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    return { ...(JSON.parse(line) as Upstreams), stop: () => child.kill() };
  }
  throw new Error('the upstreams did not start');
};
