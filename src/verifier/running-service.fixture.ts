import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createNvidiaStandIn } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import type { StandInRequest } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { createService } from './service.ts';
import type { ServiceConfig } from './service-config.ts';

/** What the Kubernetes of these tests does, by the bearer token that it is asked with. */
const kubernetesAnswers: Record<string, { status: number; body: string; location?: string }> = {
  'ada-token': { status: 201, body: '{"status":{"allowed":true}}' },
  'pat-token': { status: 201, body: '{"status":{"allowed":true}}' },
  'vic-token': { status: 201, body: '{"status":{"allowed":false,"reason":"no"}}' },
  'no-review-token': { status: 403, body: '{"kind":"Status","code":403}' },
  'broken-token': { status: 500, body: '{"kind":"Status","code":500}' },
  'html-token': { status: 200, body: '<h1>Sign in</h1>' },
  'empty-token': { status: 201, body: '{"status":{}}' },
  'redirected-token': { status: 307, body: '', location: 'https://moved.example/' },
};

export interface Review {
  token: string | undefined;
  path: string | undefined;
  body: unknown;
}

const kubernetes =
  (reviews: Review[]): RequestListener =>
  async (request, response) => {
    let text = '';
    for await (const chunk of request) {
      text += String(chunk);
    }
    const token = request.headers.authorization?.replace('Bearer ', '');
    reviews.push({ token, path: request.url, body: JSON.parse(text) });
    if (token === 'hanging-token') {
      return;
    }
    const { status, body, location } = kubernetesAnswers[token ?? ''] ?? { status: 401, body: '' };
    response.writeHead(status, location === undefined ? {} : { location });
    response.end(body);
  };

const listening = async (server: Server): Promise<{ port: number; stop: () => Promise<void> }> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The Kubernetes of these tests over HTTP, or over TLS with the given key and certificate. */
export const startKubernetes = async (tls?: {
  key: string;
  cert: string;
}): Promise<{ url: string; reviews: Review[]; stop: () => Promise<void> }> => {
  const reviews: Review[] = [];
  const server =
    tls === undefined
      ? createServer(kubernetes(reviews))
      : createHttpsServer(tls, kubernetes(reviews));
  const { port, stop } = await listening(server);
  return { url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, reviews, stop };
};

const serviceConfig = (changes: Partial<ServiceConfig> = {}): ServiceConfig => ({
  host: '127.0.0.1',
  port: 0,
  ngcUrl: 'http://127.0.0.1:9',
  kubernetesUrl: 'http://127.0.0.1:9',
  logLevel: 'trace',
  attemptsPerMinute: 1_000,
  timeLimitMs: 10_000,
  proxy: { http: '', https: '', except: '' },
  ...changes,
});

export interface RunningService {
  url: string;
  /** Everything that was logged, at level trace. */
  log: () => string;
  /** What Kubernetes was asked. */
  reviews: Review[];
  /** What NVIDIA was asked. */
  inquiries: () => StandInRequest[];
  verify: (body: unknown, token?: string) => Promise<Response>;
  stop: () => Promise<void>;
}

/** The service on a port of its own, between a Kubernetes and an NVIDIA stand-in, all over HTTP. */
export const startService = async (
  changes: Partial<ServiceConfig> = {},
  slowMs = 15_000,
): Promise<RunningService> => {
  const standIn = createNvidiaStandIn({ slowMs });
  const nvidia = await serveNvidiaStandIn(standIn);
  const cluster = await startKubernetes();
  const lines: string[] = [];
  const upstream = { ngcUrl: nvidia.url, kubernetesUrl: cluster.url };
  const server = createService(serviceConfig({ ...upstream, ...changes }), {
    log: { write: (line) => lines.push(line) },
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const url = changes.tls === undefined ? address : address.replace('http:', 'https:');
  return {
    url,
    log: () => lines.join(''),
    reviews: cluster.reviews,
    inquiries: standIn.requests,
    verify: (body, token = 'ada-token') =>
      fetch(`${url}/api/v1/keys/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stop: async () => {
      await Promise.all([server.close(), nvidia.stop(), cluster.stop()]);
    },
  };
};
