import { createServer as createHttpServer, type ServerOptions } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import { createAccessReviewer } from './access-review.ts';
import { attemptLimit } from './attempt-limit.ts';
import { answerErrors } from './error-answers.ts';
import { createKeyInquiry } from './key-inquiry.ts';
import { logOptions, type LogTarget } from './log.ts';
import type { ServiceConfig } from './service-config.ts';
import { registerStaticFiles } from './static-files.ts';
import { registerVerifyRoute } from './verify-route.ts';

const BODY_LIMIT_BYTES = 4 * 1024;

/**
 * The server behind the plugin: its static files, `GET /healthz` and `POST /api/v1/keys/verify`.
 *
 * It is built but not listening. Closing it waits for the answers under way and lets go of every
 * connection to NVIDIA and Kubernetes.
 */
export const createService = (
  config: ServiceConfig,
  options: { log?: LogTarget } = {},
): FastifyInstance => {
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    logger: logOptions(config.logLevel, options.log),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    serverFactory: (handler) =>
      config.tls === undefined
        ? createHttpServer(serverOptions(config), handler)
        : createHttpsServer({ ...serverOptions(config), ...config.tls }, handler),
  });
  server.removeContentTypeParser('text/plain');
  answerErrors(server);
  addHeaders(server);
  endConnectionsWhenClosing(server);
  server.addHook('onResponse', async (request, reply) => {
    const level = request.routeOptions.url?.startsWith('/api/') === true ? 'info' : 'debug';
    request.log[level]({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  server.get('/healthz', async () => ({ status: 'ok' }));
  registerApi(server, config);
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

const registerApi = (server: FastifyInstance, config: ServiceConfig): void => {
  const { kubernetesUrl: url, kubernetesCa: ca } = config;
  const reviewer = createAccessReviewer(ca === undefined ? { url } : { url, ca });
  const inquiry = createKeyInquiry({ url: config.ngcUrl, proxy: config.proxy });
  server.addHook('onClose', async () => {
    await Promise.all([reviewer.close(), inquiry.close()]);
  });
  server.register(rateLimit, attemptLimit(config.attemptsPerMinute));
  server.register(async (api) => {
    registerVerifyRoute(api, { reviewer, inquiry, timeLimitMs: config.timeLimitMs });
  });
};
