import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { request, Agent } from 'undici';
import { startServiceProcess } from '../start/service-process.ts';

const root = resolve(import.meta.dirname, '../..');

/** The service as it is shipped, in a process of its own, between upstreams in another. */
export interface MeasuredService {
  url: string;
  nvidiaUrl: string;
  /** Its resident memory now, and the CPU time of its process so far. */
  use: () => Promise<{ megabytes: number; cpuSeconds: number }>;
  stop: () => Promise<void>;
}

/** Builds the plugin and the service as they are shipped. */
export const buildService = (): void => {
  for (const script of ['build:plugin', 'build:service']) {
    const { status, stderr } = spawnSync('npm', ['run', '--silent', script], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error(`${script} failed: ${stderr}`);
    }
  }
};

export const startMeasuredService = async (latencyMs: number): Promise<MeasuredService> => {
  const upstreams = await startUpstreams(latencyMs);
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
      // As Node sets it by itself in the 256 MiB that the manifests give the container.
      NODE_OPTIONS: '--max-old-space-size=128',
      NIM_WIZARD_METRICS_PORT: '0',
    },
  });
  return {
    url: service.url,
    nvidiaUrl: upstreams.nvidia,
    use: async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      const valueOf = (name: string): number =>
        Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
      return {
        megabytes: valueOf('process_resident_memory_bytes') / 1e6,
        cpuSeconds: valueOf('process_cpu_seconds_total'),
      };
    },
    stop: async () => {
      await service.stop();
      upstreams.stop();
    },
  };
};

/** The log says which port was free for the metrics. */
const metricsPortIn = (line: string): number =>
  Number(/"port":(\d+),"msg":"metrics"/.exec(line)?.[1] ?? 0);

const startUpstreams = async (
  latencyMs: number,
): Promise<{ nvidia: string; kubernetes: string; stop: () => void }> => {
  const file = resolve(import.meta.dirname, 'service-upstreams.ts');
  const child = spawn(process.execPath, [file, String(latencyMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const addresses = JSON.parse(line) as { nvidia: string; kubernetes: string };
    return { ...addresses, stop: () => child.kill() };
  }
  throw new Error('the upstreams did not start');
};

/** Asks again and again, as so many users at once, and says how many milliseconds each answer took. */
export const load = async (options: {
  users: number;
  seconds: number;
  address: string;
  ask: (user: number) => { headers: Record<string, string>; body: string };
}): Promise<number[]> => {
  const dispatcher = new Agent({ connections: options.users });
  const end = performance.now() + options.seconds * 1000;
  const times: number[] = [];
  const asUser = async (user: number): Promise<void> => {
    while (performance.now() < end) {
      const before = performance.now();
      const answer = await request(options.address, {
        method: 'POST',
        ...options.ask(user),
        dispatcher,
      });
      await answer.body.dump();
      if (answer.statusCode !== 200) {
        throw new Error(`answered ${answer.statusCode}`);
      }
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: options.users }, (_, user) => asUser(user)));
  await dispatcher.close();
  return times;
};

/** The time that so many of a hundred do not exceed. */
export const percentile = (times: readonly number[], percent: number): number => {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
};
