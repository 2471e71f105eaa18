import { EnvHttpProxyAgent, request } from 'undici';
import { z } from 'zod';
import type { KeyVerdict } from '../apiKey/key-verdict.ts';

export interface KeyInquiry {
  /** Asks NVIDIA whether it knows a key. `signal` ends the waiting, and then nobody could tell. */
  ask: (key: string, signal: AbortSignal) => Promise<KeyVerdict>;
  close: () => Promise<void>;
}

/** NVIDIA's documentation of NGC keys; the only path of NVIDIA's that the service asks. */
const CALLER_INFO_PATH = '/v3/keys/get-caller-info';
const ANSWER_LIMIT_BYTES = 64 * 1024;

/** What makes an answer one about a key. The rest of it is personal data and is not read. */
const callerInfoSchema = z.object({ type: z.string().min(1) });

const unknown = (reason: Extract<KeyVerdict, { status: 'unknown' }>['reason']): KeyVerdict => ({
  status: 'unknown',
  reason,
});

/** NVIDIA's key service at one base address. It follows no redirect: a key goes nowhere else. */
export const createKeyInquiry = (nvidia: {
  url: string;
  proxy: { http: string; https: string; except: string };
}): KeyInquiry => {
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: nvidia.proxy.http,
    httpsProxy: nvidia.proxy.https,
    noProxy: nvidia.proxy.except,
    maxResponseSize: ANSWER_LIMIT_BYTES,
  });
  return {
    ask: async (key, signal) => {
      try {
        const answer = await request(`${nvidia.url}${CALLER_INFO_PATH}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'application/json',
          },
          body: new URLSearchParams({ credentials: key }).toString(),
          signal,
          dispatcher,
        });
        return readAnswer(answer.statusCode, await answer.body.text());
      } catch (error) {
        return unknown(reasonOf(error, signal));
      }
    },
    close: () => dispatcher.destroy(),
  };
};

/** Only 401 and 403 say that a key is bad; whatever is not understood says nothing about it. */
const readAnswer = (code: number, text: string): KeyVerdict => {
  if (code === 401 || code === 403) {
    return { status: 'rejected' };
  }
  if (code === 429) {
    return unknown('rate-limited');
  }
  return code === 200 && isCallerInfo(text) ? { status: 'valid' } : unknown('unexpected-answer');
};

const isCallerInfo = (text: string): boolean => {
  try {
    return callerInfoSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

const reasonOf = (
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
