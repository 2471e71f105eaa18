import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

interface Answer {
  status: number;
  body: string;
  location?: string;
}

const allowed: Answer = { status: 201, body: '{"status":{"allowed":true}}' };

/** How the Kubernetes of these tests reviews access, by the bearer token that it is asked with. */
const reviewAnswers: Record<string, Answer> = {
  'ada-token': allowed,
  'ada-second-token': allowed,
  'pat-token': allowed,
  'late-token': allowed,
  'nameless-token': allowed,
  'vic-token': { status: 201, body: '{"status":{"allowed":false,"reason":"no"}}' },
  'no-review-token': { status: 403, body: '{"kind":"Status","code":403}' },
  'broken-token': { status: 500, body: '{"kind":"Status","code":500}' },
  'html-token': { status: 200, body: '<h1>Sign in</h1>' },
  'empty-token': { status: 201, body: '{"status":{}}' },
  'redirected-token': { status: 307, body: '', location: 'https://moved.example/' },
};

/** The names of users, by their tokens; a user without one is an older Kubernetes' answer. */
const nameAnswer = (token: string): Answer => {
  const name = /^([a-z]+)-(second-)?token$/.exec(token)?.[1];
  return name === undefined || name === 'nameless' || reviewAnswers[token] === undefined
    ? { status: 404, body: '{"kind":"Status","code":404}' }
    : { status: 201, body: JSON.stringify({ status: { userInfo: { username: name } } }) };
};

/**
 * A Secret with a key, by its project for the plugin's own and as `project/name` for any other;
 * `late-token` lost the right to read it.
 */
const secretAnswer = (token: string, path: string, secrets: Record<string, string>): Answer => {
  const [, project, name] = /^\/api\/v1\/namespaces\/([^/]+)\/secrets\/([^/]+)$/.exec(path) ?? [];
  const key = secrets[name === 'nim-api-key' ? `${project}` : `${project}/${name}`];
  if (token === 'late-token') {
    return { status: 403, body: '{"kind":"Status","code":403}' };
  }
  return key === undefined
    ? { status: 404, body: '{"kind":"Status","code":404}' }
    : { status: 200, body: JSON.stringify({ kind: 'Secret', data: { NGC_API_KEY: btoa(key) } }) };
};

export interface Review {
  token: string | undefined;
  path: string | undefined;
  body: unknown;
}

const kubernetes =
  (cluster: {
    reviews: Review[];
    reads: SecretRead[];
    secrets: Record<string, string>;
  }): RequestListener =>
  async (request, response) => {
    let text = '';
    for await (const chunk of request) {
      text += String(chunk);
    }
    const token = request.headers.authorization?.replace('Bearer ', '');
    const path = request.url ?? '';
    if (path.endsWith('/selfsubjectaccessreviews')) {
      cluster.reviews.push({ token, path, body: JSON.parse(text) });
    } else if (path.includes('/secrets/')) {
      cluster.reads.push({ token, path });
    }
    if (token === 'hanging-token') {
      return;
    }
    const { status, body, location } = answerTo(token ?? '', path, cluster.secrets);
    response.writeHead(status, location === undefined ? {} : { location });
    response.end(body);
  };

const answerTo = (token: string, path: string, secrets: Record<string, string>): Answer => {
  if (path.endsWith('/selfsubjectreviews')) {
    return nameAnswer(token);
  }
  return path.includes('/secrets/')
    ? secretAnswer(token, path, secrets)
    : (reviewAnswers[token] ?? { status: 401, body: '' });
};

export interface SecretRead {
  token: string | undefined;
  path: string;
}

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

export interface RunningKubernetes {
  url: string;
  /** What it was asked about access. */
  reviews: Review[];
  /** Which Secrets were read, and with whose token. */
  reads: SecretRead[];
  stop: () => Promise<void>;
}

/** The Kubernetes of these tests over HTTP, or over TLS with the given key and certificate. */
export const startKubernetes = async (
  tls?: { key: string; cert: string },
  secrets: Record<string, string> = {},
): Promise<RunningKubernetes> => {
  const cluster = { reviews: [] as Review[], reads: [] as SecretRead[], secrets };
  const server =
    tls === undefined
      ? createServer(kubernetes(cluster))
      : createHttpsServer(tls, kubernetes(cluster));
  const { port, stop } = await listening(server);
  const url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return { url, reviews: cluster.reviews, reads: cluster.reads, stop };
};
