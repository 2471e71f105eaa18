import { EnvHttpProxyAgent, request } from 'undici';

export interface NvidiaQuestion {
  method: 'GET' | 'HEAD' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Ends the waiting. */
  signal: AbortSignal;
}

export interface NvidiaAnswer {
  code: number;
  contentType: string;
  /** Where a redirect leads. */
  location: string | undefined;
  text: string;
}

/** The way out to NVIDIA. It follows no redirect: a key goes nowhere else. */
export interface WayToNvidia {
  /** Throws what `reasonOf` reads when there is no answer. */
  ask: (url: URL, question: NvidiaQuestion) => Promise<NvidiaAnswer>;
  close: () => Promise<void>;
}

/** Proxies by scheme, and what is asked directly. Empty: no proxy. */
export interface NvidiaProxy {
  http: string;
  https: string;
  except: string;
}

const ANSWER_LIMIT_BYTES = 64 * 1024;

/** Connections to NVIDIA. None of them takes an answer larger than any answer about a key. */
export const createWayToNvidia = (proxy: NvidiaProxy): WayToNvidia => {
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: proxy.http,
    httpsProxy: proxy.https,
    noProxy: proxy.except,
    maxResponseSize: ANSWER_LIMIT_BYTES,
  });
  return {
    ask: async (url, question) => {
      const { statusCode, headers, body } = await request(url, { ...question, dispatcher });
      return {
        code: statusCode,
        contentType: String(headers['content-type'] ?? ''),
        location: typeof headers.location === 'string' ? headers.location : undefined,
        text: await body.text(),
      };
    },
    close: () => dispatcher.destroy(),
  };
};
