import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AttemptRecord } from './attempt.ts';

export interface Metrics {
  count: (attempt: Pick<AttemptRecord, 'action' | 'verdict' | 'ms'>) => void;
  /** Shows how many questions to NVIDIA are under way, and of how many users. */
  watch: (gate: { underWay: () => number; users: () => number }) => void;
  /** In Prometheus' text format. */
  text: () => Promise<string>;
}

/** Up to the time limit of an answer, in seconds. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What the service counts, beside what every Node process has. Labels are an action and a verdict:
 * no user, no project, nothing of a key.
 */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const attempts = new Counter({
    name: 'nim_wizard_key_attempts_total',
    help: 'Questions about a key, by what was answered.',
    labelNames: ['action', 'verdict', 'reason'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'nim_wizard_key_attempt_seconds',
    help: 'How long a whole answer about a key took.',
    labelNames: ['action'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    count: ({ action, verdict, ms }) => {
      attempts.inc({ action, verdict: verdict.status, reason: verdict.reason ?? '' });
      seconds.observe({ action }, ms / 1000);
    },
    watch: (gate) => {
      const underWay: Gauge = new Gauge({
        name: 'nim_wizard_nvidia_requests',
        help: 'Questions to NVIDIA under way.',
        registers: [registry],
        collect: () => underWay.set(gate.underWay()),
      });
      const users: Gauge = new Gauge({
        name: 'nim_wizard_nvidia_users',
        help: 'Users with questions to NVIDIA under way or waiting.',
        registers: [registry],
        collect: () => users.set(gate.users()),
      });
    },
    text: () => registry.metrics(),
  };
};

/** `GET /metrics` on a port of its own, which the dashboard does not pass on. */
export const serveMetrics = async (
  metrics: Metrics,
  { host, port }: { host: string; port: number },
): Promise<{ port: number; stop: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) =>
        response.writeHead(200, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
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
