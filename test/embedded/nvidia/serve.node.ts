import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NvidiaStandIn } from './nvidia-stand-in.ts';

/** The NVIDIA stand-in over HTTP on this machine only; `stop` closes open connections too. */
export const serveNvidiaStandIn = async (
  standIn: NvidiaStandIn,
  options: { port?: number } = {},
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const server = createServer((incoming, outgoing) => {
    passOn(standIn, incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const passOn = async (
  standIn: NvidiaStandIn,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const left = new AbortController();
  outgoing.on('close', () => left.abort());
  const answer = await standIn.handle(await requestFrom(incoming, left.signal));
  if (answer === 'dropped') {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
};

const requestFrom = async (incoming: IncomingMessage, signal: AbortSignal): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
  }
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  return new Request(`http://127.0.0.1${incoming.url ?? '/'}`, { method, headers, body, signal });
};
