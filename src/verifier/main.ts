import { createSecureContext } from 'node:tls';
import { createMetrics, serveMetrics, type Metrics } from './metrics.ts';
import { createService } from './service.ts';
import { readServiceConfig, type ServiceConfig } from './service-config.ts';
import { closeOnSignal } from './shutdown.ts';

const fail = (lines: string[]): never => {
  for (const line of lines) {
    console.error(line);
  }
  process.exit(1);
};

/** One line about why the service cannot listen. */
const listenProblem = (error: unknown, { host, port }: ServiceConfig): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return code === 'EADDRINUSE'
    ? `Port ${port} is in use (NIM_WIZARD_PORT).`
    : `Cannot listen on ${host}:${port} (NIM_WIZARD_HOST, NIM_WIZARD_PORT): ${code}.`;
};

/** Builds the service; the only thing that it can refuse is a certificate that does not fit. */
const withUsableTls = (
  config: ServiceConfig,
  metrics: Metrics | undefined,
): ReturnType<typeof createService> => {
  try {
    if (config.tls !== undefined) {
      createSecureContext(config.tls);
    }
  } catch {
    fail([
      'NIM_WIZARD_TLS_KEY_FILE and NIM_WIZARD_TLS_CERT_FILE hold no key and certificate that fit.',
    ]);
  }
  return createService(config, metrics === undefined ? {} : { metrics });
};

/** Where the service listens; with port 0 the log is where one learns which it is. */
const addressOf = (server: ReturnType<typeof createService>, { tls }: ServiceConfig): string => {
  const bound = server.server.address();
  const { address, port } = typeof bound === 'object' && bound !== null ? bound : unbound;
  const host = address.includes(':') ? `[${address}]` : address;
  return `${tls === undefined ? 'http' : 'https'}://${host}:${port}`;
};

const unbound = { address: 'unknown', port: 0 };

/** Opens the metrics' own port, if there is one, and closes it with the server. */
const withMetrics = async (
  server: ReturnType<typeof createService>,
  metrics: Metrics | undefined,
  { host, metricsPort }: ServiceConfig,
): Promise<void> => {
  if (metrics === undefined || metricsPort === undefined) {
    return;
  }
  try {
    const { port, stop } = await serveMetrics(metrics, { host, port: metricsPort });
    server.addHook('onClose', stop);
    server.log.info({ port }, 'metrics');
  } catch {
    fail([`Cannot listen on ${host}:${metricsPort} (NIM_WIZARD_HOST, NIM_WIZARD_METRICS_PORT).`]);
  }
};

const start = async (config: ServiceConfig): Promise<void> => {
  const metrics = config.metricsPort === undefined ? undefined : createMetrics();
  const server = withUsableTls(config, metrics);
  await withMetrics(server, metrics, config);
  const { ngcUrl, kubernetesUrl, staticDir } = config;
  try {
    await server.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: () => 'listening',
    });
    const url = addressOf(server, config);
    server.log.info({ url, ngcUrl, kubernetesUrl, staticDir }, 'ready');
  } catch (error) {
    fail([listenProblem(error, config)]);
  }
  closeOnSignal(server, process);
};

const reading = readServiceConfig(process.env);
if (reading.status === 'refused') {
  fail(reading.problems);
} else {
  await start(reading.config);
}
