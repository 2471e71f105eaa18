import { access } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { fastify, type FastifyInstance } from 'fastify';
import { addBackEnd } from './back-end.ts';
import type { DevUser } from './current-user.ts';
import { addProxy } from './proxy.ts';
import { connectTo } from './upstream.ts';

export interface DevServerOptions {
  /** 0 for any that is free. */
  port: number;
  /** What `vite build --mode devhost` made. */
  clientDir: string;
  cluster: { url: string; ca?: string };
  /** Where the dashboard itself would be installed. */
  dashboardNamespace: string;
  /** The first is signed in until another is chosen; one named `admin` reads the configuration. */
  users: DevUser[];
  /** Takes the place of `spec.nimConfig` in what `/api/config` answers; asked each time. */
  nimConfig?: () => unknown;
  /** The plugin's service: static files and key verification. */
  service: { url: string };
}

export interface DevServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the development dashboard: its pages and what the real dashboard's back end would do for them.
 * Rejects if the port is taken or the client has not been built, with a message for a person.
 */
export const startDevServer = async (options: DevServerOptions): Promise<DevServer> => {
  const { port, clientDir, cluster, users, service } = options;
  await assertBuilt(clientDir);
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 8 * 1024 * 1024,
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  refuseOtherHosts(server);
  const api = connectTo(cluster);
  const plugin = connectTo(service);
  addBackEnd(server, { ...options, cluster: api });
  addProxy(server, { prefix: '/api/k8s', rewrite: '', upstream: api, users });
  addProxy(server, {
    prefix: '/_mf/nimWizard',
    rewrite: '',
    upstream: plugin,
    users,
    marksCopies: true,
  });
  addProxy(server, { prefix: '/nim-wizard/api', rewrite: '/api', upstream: plugin, users });
  addPages(server, clientDir);

  await listen(server, port);
  const [address] = server.addresses();
  return {
    url: `http://localhost:${typeof address === 'object' ? address.port : port}`,
    stop: async () => {
      await server.close();
      await Promise.all([api.close(), plugin.close()]);
    },
  };
};

const OWN_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A page of another site could point a name of its own at this machine (DNS rebinding) and then act as
 * the person who is signed in here: only requests to this very host are answered.
 */
const refuseOtherHosts = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request, reply) => {
    if (!OWN_HOSTS.has(request.hostname)) {
      await reply.code(421).send({ message: 'This dashboard answers on localhost only.' });
    }
  });
};

const assertBuilt = async (clientDir: string): Promise<void> => {
  try {
    await access(join(clientDir, 'index.html'));
  } catch {
    throw new Error(
      `The development dashboard has not been built: ${clientDir} has no index.html.`,
    );
  }
};

const listen = async (server: FastifyInstance, port: number): Promise<void> => {
  try {
    await server.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is in use; choose another with --port.`, { cause: error });
    }
    throw error;
  }
};

/** Every address that is no file of the build and no back end's is a page of the application. */
const addPages = (server: FastifyInstance, clientDir: string): void => {
  void server.register(fastifyStatic, { root: clientDir, wildcard: false, index: false });
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|_mf|nim-wizard|assets|wss)(\/|$)/.test(request.url) &&
      (request.headers.accept ?? '').includes('text/html');
    return isPage
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.code(404).send({ error: `There is nothing at ${request.url}.` });
  });
};
