import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Agent, request, type Dispatcher } from 'undici';
import type { KubeCredentials } from './kube-credentials.ts';

/** Belong to one connection or to one who asks; never passed on. */
const ownHeaders = new Set([
  'authorization',
  'connection',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

/**
 * Passes requests to a cluster as its user, whatever the user's credentials are: those who know
 * `password` ask it as any API server, with the password as bearer token. Only this machine can ask.
 */
export const startKubeForwarder = async (
  credentials: KubeCredentials,
  password: string,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const dispatcher = new Agent({ connect: credentials.tls });
  const server = createServer((incoming, outgoing) => {
    if (!isFrom(incoming, password)) {
      outgoing.writeHead(401).end();
      return;
    }
    forward(credentials, dispatcher, incoming, outgoing).catch(() => {
      if (!outgoing.headersSent) {
        outgoing.writeHead(502, { 'content-type': 'application/json' });
      }
      outgoing.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await Promise.all([
        dispatcher.destroy(),
        new Promise((resolve) => {
          server.close(resolve);
        }),
      ]);
    },
  };
};

const isFrom = ({ headers }: IncomingMessage, password: string): boolean => {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${password}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const forward = async (
  { url, token }: KubeCredentials,
  dispatcher: Agent,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const bearer = await token();
  const passed = Object.entries(incoming.headers).filter(([name]) => !ownHeaders.has(name));
  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const method = (incoming.method ?? 'GET') as Dispatcher.HttpMethod;
  const answer = await request(`${url}${incoming.url ?? '/'}`, {
    method,
    headers: {
      ...Object.fromEntries(passed),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: method === 'GET' || method === 'HEAD' ? null : incoming,
    signal: left.signal,
    dispatcher,
  });
  const headers = Object.entries(answer.headers).filter(([name]) => !ownHeaders.has(name));
  outgoing.writeHead(answer.statusCode, Object.fromEntries(headers));
  await pipeline(answer.body, outgoing);
};
