import { Agent, request } from 'undici';

/** What came back from Kubernetes, or a code for the log of why nothing did. */
export type KubernetesAnswer =
  { status: 'answered'; code: number; text: string } | { status: 'unavailable'; cause: string };

export interface KubernetesQuestion {
  /** The user's own: the service has no permission of its own in the cluster. */
  token: string;
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  signal: AbortSignal;
}

export interface Kubernetes {
  /** Asks as the user whose token it is. Never throws. */
  ask: (question: KubernetesQuestion) => Promise<KubernetesAnswer>;
  close: () => Promise<void>;
}

const ANSWER_LIMIT_BYTES = 64 * 1024;

/** One API server, trusted by its own authority. It follows no redirect: a token goes nowhere else. */
export const createKubernetes = (server: { url: string; ca?: string }): Kubernetes => {
  const dispatcher = new Agent({
    maxResponseSize: ANSWER_LIMIT_BYTES,
    ...(server.ca === undefined ? {} : { connect: { ca: server.ca } }),
  });
  return {
    ask: async ({ token, method, path, body, signal }) => {
      try {
        const answer = await request(`${server.url}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal,
          dispatcher,
        });
        return { status: 'answered', code: answer.statusCode, text: await answer.body.text() };
      } catch (error) {
        return { status: 'unavailable', cause: errorCode(error) };
      }
    },
    close: () => dispatcher.destroy(),
  };
};

/** A code or name of an error, never its message: that can quote what was sent. */
const errorCode = (error: unknown): string => {
  if (!(error instanceof Error)) {
    return 'unknown';
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
