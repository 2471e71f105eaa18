import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';

/** Far more than any page of the catalog has. */
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;
const BODILESS = new Set([204, 205, 304]);

/** An answer of 200 that is no JSON: a proxy's page, or one that was cut off. */
export class UnreadableAnswer extends Error {
  override name = 'UnreadableAnswer';
}

export interface JsonFetch {
  /** A `fetch` that has read the whole body when it answers, so that a cut body is a failed attempt. */
  fetch: (request: Request) => Promise<Response>;
  close: () => Promise<void>;
}

/** Over HTTPS_PROXY and NO_PROXY, and following no redirect: the key goes nowhere else. */
export const createJsonFetch = (): JsonFetch => {
  const dispatcher = new EnvHttpProxyAgent({ maxResponseSize: ANSWER_LIMIT_BYTES });
  return {
    fetch: async (request) => {
      const answer = await undiciFetch(request.url, {
        method: request.method,
        headers: [...request.headers],
        body: request.method === 'GET' ? null : await request.text(),
        signal: request.signal,
        redirect: 'manual',
        dispatcher,
      });
      const body = await answer.text();
      if (answer.status === 200) {
        requireJson(body);
      }
      return new Response(BODILESS.has(answer.status) ? null : body, {
        status: answer.status,
        headers: [...answer.headers].filter(([name]) => name === 'retry-after'),
      });
    },
    close: () => dispatcher.destroy(),
  };
};

const requireJson = (body: string): void => {
  try {
    JSON.parse(body);
  } catch {
    throw new UnreadableAnswer('the answer is no JSON');
  }
};
