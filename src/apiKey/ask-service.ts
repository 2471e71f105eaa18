import type { z } from 'zod';
import { statusSchema } from '../cluster/cluster-error.ts';

/**
 * Why the plugin's service was not asked, or did not ask anybody. `until` is when it can be asked again,
 * in milliseconds since 1970.
 */
export type ServiceRefusal =
  | { status: 'too-many'; until: number }
  | { status: 'forbidden'; message: string }
  | { status: 'signed-out' }
  | { status: 'not-asked'; message: string };

/** Sends one request; the browser's `fetch` at the edge. */
export type SendRequest = (path: string, request: RequestInit) => Promise<Response>;

/** Sends one question to the plugin's service. Never throws, except when aborted. */
export const askService = async <Verdict>(options: {
  path: string;
  question: object;
  verdict: z.ZodType<Verdict>;
  send: SendRequest;
  signal: AbortSignal;
}): Promise<Verdict | ServiceRefusal> => {
  const { path, question, verdict, send, signal } = options;
  try {
    const response = await send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(question),
      signal,
    });
    return await readAnswer(response, verdict);
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    return { status: 'not-asked', message: 'The dashboard did not answer.' };
  }
};

const readAnswer = async <Verdict>(
  response: Response,
  verdict: z.ZodType<Verdict>,
): Promise<Verdict | ServiceRefusal> => {
  if (response.status === 429) {
    return { status: 'too-many', until: Date.now() + secondsToWait(response) * 1000 };
  }
  if (response.status === 401) {
    return { status: 'signed-out' };
  }
  const body = readJson(await response.text());
  if (response.ok) {
    const read = verdict.safeParse(body);
    return read.success
      ? read.data
      : { status: 'not-asked', message: "The answer did not come from the plugin's service." };
  }
  const status = statusSchema.safeParse(body);
  const message = status.success ? (status.data.message ?? '') : '';
  return response.status === 403
    ? { status: 'forbidden', message }
    : { status: 'not-asked', message: message || `The service answered ${response.status}.` };
};

/** A minute, where a proxy on the way refuses and does not say how long. */
const secondsToWait = ({ headers }: Response): number => {
  const seconds = Number(headers.get('Retry-After'));
  return seconds > 0 ? seconds : 60;
};

/** A page of a proxy on the way is no JSON: then the HTTP code alone says what happened. */
const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
