import { createServer as createHttpServer, type ServerOptions } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, LogController, type FastifyInstance, type RouteOptions } from 'fastify';
import { createAccessReviewer } from './access-review.ts';
import { limitInTotal, rateLimitOptions } from './attempt-limits.ts';
import type { AttemptRouteOptions } from './attempt-route.ts';
import { createAuditLog } from './audit-log.ts';
import { registerCheckPullRoute } from './check-pull-route.ts';
import { answerErrors } from './error-answers.ts';
import { createKeyInquiry } from './key-inquiry.ts';
import { createKubernetes } from './kubernetes.ts';
import { logOptions, type LogTarget } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createNvidiaGate } from './nvidia-gate.ts';
import { createRegistryInquiry } from './registry-inquiry.ts';
import type { ServiceConfig } from './service-config.ts';
import { registerStaticFiles } from './static-files.ts';
import { reloadTls } from './tls-files.ts';
import { createTokenHash } from './token-hash.ts';
import { createUserNames } from './user-names.ts';
import { registerVerifyRoute } from './verify-route.ts';
import { createWayToNvidia } from './way-to-nvidia.ts';

const BODY_LIMIT_BYTES = 4 * 1024;

export interface ServiceOptions {
  log?: LogTarget;
  metrics?: Metrics;
  /** How often the files of the service's own certificate are looked at, in milliseconds. */
  tlsCheckMs?: number;
  /** Told of every route there is. */
  onRoute?: (route: RouteOptions) => void;
}

/**
 * The server behind the plugin: its static files, `GET /healthz` and the questions about keys.
 *
 * It is built but not listening. Closing it waits for the answers under way and lets go of every
 * connection to NVIDIA and Kubernetes.
 */
export const createService = (
  config: ServiceConfig,
  options: ServiceOptions = {},
): FastifyInstance => {
  const base = serverOptions(config);
  const secure = config.tls && createHttpsServer({ ...base, ...config.tls });
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    logger: logOptions(config.logLevel, options.log),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    serverFactory: (handler) => secure?.on('request', handler) ?? createHttpServer(base, handler),
  });
  if (secure !== undefined && config.tlsFiles !== undefined) {
    const stop = reloadTls(secure, config.tlsFiles, server.log, options.tlsCheckMs);
    server.addHook('onClose', async () => stop());
  }
  if (options.onRoute !== undefined) {
    server.addHook('onRoute', options.onRoute);
  }
  server.removeContentTypeParser('text/plain');
  answerErrors(server);
  addHeaders(server);
  endConnectionsWhenClosing(server);
  // An attempt has its audit line besides: at the usual level that one is enough.
  server.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    request.log.debug({ req: request, res: reply, ms }, 'answered');
  });
  server.get('/healthz', async () => ({ status: 'ok' }));
  registerApi(server, config, options.metrics);
  if (config.staticDir !== undefined) {
    registerStaticFiles(server, config.staticDir);
  }
  return server;
};

/** A request that trickles in is cut off like an answer that takes too long. */
const serverOptions = (config: ServiceConfig): ServerOptions => ({
  requestTimeout: config.timeLimitMs,
  headersTimeout: config.timeLimitMs,
  connectionsCheckingInterval: Math.min(1_000, config.timeLimitMs),
  keepAliveTimeout: 72_000,
});

/** Nothing is kept by a browser unless the static files say so; no page can be made of an answer. */
const addHeaders = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    // The dashboard passes these answers on as its own: how it is reached is not ours to say.
    strictTransportSecurity: false,
  });
};

/** A client that keeps its connection open would keep a closing service alive. */
const endConnectionsWhenClosing = (server: FastifyInstance): void => {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) {
      reply.header('connection', 'close');
    }
  });
};

const registerApi = (server: FastifyInstance, config: ServiceConfig, metrics?: Metrics): void => {
  const { kubernetesUrl: url, kubernetesCa: ca, proxy, registry } = config;
  const kubernetes = createKubernetes(ca === undefined ? { url } : { url, ca });
  const reviewer = createAccessReviewer(kubernetes);
  const way = createWayToNvidia(proxy);
  const keys = createKeyInquiry({ url: config.ngcUrl, way });
  const pulls = createRegistryInquiry({ ...registry, way });
  const gate = createNvidiaGate(config.nvidiaAtOnce);
  const audit = createAuditLog(server.log, config.logLevel);
  metrics?.watch(gate);
  server.addHook('onClose', async () => {
    await Promise.all([kubernetes.close(), way.close()]);
  });
  server.register(rateLimit, rateLimitOptions);
  server.register(async (api) => {
    const options: AttemptRouteOptions = {
      users: createUserNames(kubernetes),
      hashOf: createTokenHash(),
      gate,
      attemptsPerMinute: config.attemptsPerMinute,
      countAll: limitInTotal(api, config.totalAttemptsPerMinute),
      timeLimitMs: config.timeLimitMs,
      record: (attempt) => {
        audit(attempt);
        metrics?.count(attempt);
      },
    };
    const admission = { kubernetes, reviewer };
    registerVerifyRoute(api, { ...options, ...admission, inquiry: keys });
    registerCheckPullRoute(api, {
      ...options,
      ...admission,
      inquiry: pulls,
      registry: registry.name,
    });
  });
};
