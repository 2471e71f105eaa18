import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { EmbeddedCluster } from './embedded-cluster.ts';

/** A cluster that listens. */
export interface ServedCluster {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves an embedded cluster over HTTP on 127.0.0.1, on a free port unless one is given.
 *
 * @throws Error when it cannot listen (a port in use has `code` `EADDRINUSE`).
 */
export const serveCluster = async (
  cluster: EmbeddedCluster,
  { port = 0 }: { port?: number } = {},
): Promise<ServedCluster> => {
  const server = createServer((incoming, outgoing) => {
    void answerHttp(cluster, incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const answerHttp = async (
  cluster: EmbeddedCluster,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  try {
    const response = await cluster.fetch(await toRequest(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch (error) {
    // A bug of ours, not a refusal: say what it was where a developer sees it.
    outgoing.writeHead(500, { 'content-type': 'text/plain' });
    outgoing.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
};

const toRequest = async (incoming: IncomingMessage): Promise<Request> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const method = incoming.method ?? 'GET';
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new Request(`http://embedded-cluster${incoming.url ?? '/'}`, {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' || body.length === 0 ? {} : { body }),
  });
};
