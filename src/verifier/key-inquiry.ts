import { z } from 'zod';
import type { KeyVerdict } from '../apiKey/key-verdict.ts';
import { readJson } from './read-json.ts';
import { reasonOf } from './reason-of.ts';
import type { WayToNvidia } from './way-to-nvidia.ts';

export interface KeyInquiry {
  /** Asks NVIDIA whether it knows a key. `signal` ends the waiting, and then nobody could tell. */
  ask: (key: string, signal: AbortSignal) => Promise<KeyVerdict>;
}

/** NVIDIA's documentation of NGC keys; the only path of NVIDIA's that the service asks. */
const CALLER_INFO_PATH = '/v3/keys/get-caller-info';

/** What makes an answer one about a key. The rest of it is personal data and is not read. */
const callerInfoSchema = z.object({ type: z.string().min(1) });

const unknown = (reason: Extract<KeyVerdict, { status: 'unknown' }>['reason']): KeyVerdict => ({
  status: 'unknown',
  reason,
});

/** NVIDIA's key service at one base address. */
export const createKeyInquiry = (nvidia: { url: string; way: WayToNvidia }): KeyInquiry => ({
  ask: async (key, signal) => {
    try {
      const { code, text } = await nvidia.way.ask(new URL(`${nvidia.url}${CALLER_INFO_PATH}`), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: new URLSearchParams({ credentials: key }).toString(),
        signal,
      });
      return readAnswer(code, text);
    } catch (error) {
      return unknown(reasonOf(error, signal));
    }
  },
});

/**
 * Only 401 and 403 say that a key is bad; whatever is not understood says nothing about it. A proxy on
 * the way refuses with 403, too, and with a page: NVIDIA's own refusal is JSON.
 */
const readAnswer = (code: number, text: string): KeyVerdict => {
  if (code === 401 || (code === 403 && readJson(text) !== undefined)) {
    return { status: 'rejected' };
  }
  if (code === 429) {
    return unknown('rate-limited');
  }
  if (code >= 500) {
    return unknown('server-error');
  }
  return code === 200 && isCallerInfo(text) ? { status: 'valid' } : unknown('unexpected-answer');
};

const isCallerInfo = (text: string): boolean => callerInfoSchema.safeParse(readJson(text)).success;
