import { createNvidiaStandIn } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import type { StandInRequest } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { startKubernetes, type Review, type SecretRead } from './kubernetes.fixture.ts';
import { createService, type ServiceOptions } from './service.ts';
import type { ServiceConfig } from './service-config.ts';

export const serviceConfig = (changes: Partial<ServiceConfig> = {}): ServiceConfig => ({
  host: '127.0.0.1',
  port: 0,
  ngcUrl: 'http://127.0.0.1:9',
  registry: { name: 'nvcr.io', url: 'http://127.0.0.1:9', redirectHosts: [] },
  kubernetesUrl: 'http://127.0.0.1:9',
  logLevel: 'trace',
  attemptsPerMinute: 1_000,
  totalAttemptsPerMinute: 100_000,
  nvidiaAtOnce: 64,
  timeLimitMs: 10_000,
  proxy: { http: '', https: '', except: '' },
  ...changes,
});

export interface RunningService {
  url: string;
  /** Where the NVIDIA of this service is. */
  nvidiaUrl: string;
  /** Everything that was logged, at level trace. */
  log: () => string;
  /** What Kubernetes was asked. */
  reviews: Review[];
  /** Which Secrets were read. */
  reads: SecretRead[];
  /** What NVIDIA was asked. */
  inquiries: () => StandInRequest[];
  /** How many requests NVIDIA was answering at the same time, at most. */
  nvidiaAtOnce: () => number;
  verify: (body: unknown, token?: string) => Promise<Response>;
  checkPull: (body: unknown, token?: string) => Promise<Response>;
  /** Everything with the audit's mark that was logged. */
  audit: () => Record<string, unknown>[];
  stop: () => Promise<void>;
}

export interface Surroundings extends Partial<ServiceConfig> {
  /** Keys that are stored, by project, or as `project/name` in a Secret of another name. */
  secrets?: Record<string, string>;
  /** How long a slow answer of NVIDIA takes, in milliseconds. */
  slowMs?: number;
  options?: Omit<ServiceOptions, 'log'>;
}

/** The service on a port of its own, between a Kubernetes and an NVIDIA stand-in, all over HTTP. */
export const startService = async ({
  secrets,
  slowMs = 15_000,
  options,
  ...changes
}: Surroundings = {}): Promise<RunningService> => {
  // An allowed redirect leads to a second host, as the registry's own does.
  const layers = await serveNvidiaStandIn(createNvidiaStandIn());
  const redirectHost = new URL(layers.url).host;
  const standIn = createNvidiaStandIn({ slowMs, redirectHost });
  const nvidia = await serveNvidiaStandIn(standIn);
  const cluster = await startKubernetes(undefined, secrets);
  const lines: string[] = [];
  const upstream = {
    ngcUrl: nvidia.url,
    registry: { name: 'nvcr.io', url: nvidia.url, redirectHosts: [redirectHost] },
    kubernetesUrl: cluster.url,
  };
  const server = createService(serviceConfig({ ...upstream, ...changes }), {
    ...options,
    log: { write: (line) => lines.push(line) },
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const url = changes.tls === undefined ? address : address.replace('http:', 'https:');
  return {
    url,
    nvidiaUrl: nvidia.url,
    log: () => lines.join(''),
    audit: () => auditIn(lines),
    reviews: cluster.reviews,
    reads: cluster.reads,
    inquiries: standIn.requests,
    nvidiaAtOnce: standIn.mostAtOnce,
    verify: postTo(`${url}/api/v1/keys/verify`),
    checkPull: postTo(`${url}/api/v1/keys/check-pull`),
    stop: async () => {
      await Promise.all([server.close(), nvidia.stop(), layers.stop(), cluster.stop()]);
    },
  };
};

const auditIn = (lines: string[]): Record<string, unknown>[] =>
  lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ audit }) => audit === true);

const postTo =
  (address: string) =>
  (body: unknown, token = 'ada-token'): Promise<Response> =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
