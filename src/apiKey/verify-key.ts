import { statusSchema } from '../cluster/cluster-error.ts';
import { type KeyVerdict, keyVerdictSchema } from './key-verdict.ts';

/** Where the dashboard passes requests on to the plugin's service. */
export const VERIFY_PATH = '/nim-wizard/api/v1/keys/verify';

/**
 * What asking about a key can come to: NVIDIA's verdict, or a reason why it was not asked.
 * `retryAfter` is in seconds.
 */
export type KeyAnswer =
  | KeyVerdict
  | { status: 'too-many'; retryAfter?: number }
  | { status: 'forbidden'; message: string }
  | { status: 'signed-out' }
  | { status: 'not-asked'; message: string };

/** Sends one request; the browser's `fetch` at the edge. */
export type SendRequest = (path: string, request: RequestInit) => Promise<Response>;

/** Asks the plugin's service about a key, for one project. Never throws, except when aborted. */
export const verifyKey = async (options: {
  project: string;
  key: string;
  send: SendRequest;
  signal: AbortSignal;
}): Promise<KeyAnswer> => {
  const { project, key, send, signal } = options;
  try {
    const response = await send(VERIFY_PATH, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ project, key }),
      signal,
    });
    return await readAnswer(response);
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    return { status: 'not-asked', message: 'The dashboard did not answer.' };
  }
};

const readAnswer = async (response: Response): Promise<KeyAnswer> => {
  if (response.status === 429) {
    const seconds = Number(response.headers.get('Retry-After'));
    return seconds > 0 ? { status: 'too-many', retryAfter: seconds } : { status: 'too-many' };
  }
  if (response.status === 401) {
    return { status: 'signed-out' };
  }
  const body = readJson(await response.text());
  if (response.ok) {
    const verdict = keyVerdictSchema.safeParse(body);
    return verdict.success
      ? verdict.data
      : { status: 'not-asked', message: "The answer did not come from the plugin's service." };
  }
  const status = statusSchema.safeParse(body);
  const message = status.success ? (status.data.message ?? '') : '';
  return response.status === 403
    ? { status: 'forbidden', message }
    : { status: 'not-asked', message: message || `The service answered ${response.status}.` };
};

/** A page of a proxy on the way is no JSON: then the HTTP code alone says what happened. */
const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
