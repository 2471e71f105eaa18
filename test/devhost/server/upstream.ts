import { Agent, fetch as fetchByUndici } from 'undici';

/** A server behind the dashboard, with the certificate authority that it is trusted by, if not a usual one. */
export interface Upstream {
  url: string;
  ca?: string;
}

export interface UpstreamRequest {
  method: string;
  /** With the query, beginning with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** Aborted when the one who asked has gone away. */
  signal?: AbortSignal;
}

export interface UpstreamAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
}

/** One server's fetch. */
export interface UpstreamClient {
  /** Rejects if the server cannot be reached. */
  send(request: UpstreamRequest): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}

/** Not passed on: they belong to one connection, or the body has been decoded since. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

export const connectTo = ({ url, ca }: Upstream): UpstreamClient => {
  const dispatcher = new Agent(ca === undefined ? {} : { connect: { ca } });
  const base = url.replace(/\/$/, '');
  return {
    send: async ({ path, body, signal, ...request }) => {
      const response = await fetchByUndici(`${base}${path}`, {
        ...request,
        ...(body === undefined || body.length === 0 ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
        redirect: 'manual',
        dispatcher,
      });
      const headers = [...response.headers].filter(([name]) => !CONNECTION_HEADERS.has(name));
      return { status: response.status, headers, body: await response.bytes() };
    },
    // Not close(): it would wait for answers that nobody reads any more.
    close: () => dispatcher.destroy(),
  };
};
