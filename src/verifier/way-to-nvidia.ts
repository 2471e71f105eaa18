import { EnvHttpProxyAgent } from 'undici';

/** The way out to NVIDIA: proxies by scheme, and what is asked directly. Empty: no proxy. */
export interface NvidiaProxy {
  http: string;
  https: string;
  except: string;
}

const ANSWER_LIMIT_BYTES = 64 * 1024;

/** Connections to NVIDIA. None of them takes an answer larger than any answer about a key. */
export const createWayToNvidia = (proxy: NvidiaProxy): EnvHttpProxyAgent =>
  new EnvHttpProxyAgent({
    httpProxy: proxy.http,
    httpsProxy: proxy.https,
    noProxy: proxy.except,
    maxResponseSize: ANSWER_LIMIT_BYTES,
  });

/** Why a request to NVIDIA came to nothing. */
export const reasonOf = (
  error: unknown,
  signal: AbortSignal,
): 'unreachable' | 'timeout' | 'unexpected-answer' => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (signal.aborted || code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT') {
    return 'timeout';
  }
  const answered = code.startsWith('HPE_') || code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
  return answered ? 'unexpected-answer' : 'unreachable';
};
