import { setMaxListeners } from 'node:events';
import ky, { HTTPError, TimeoutError, type Options } from 'ky';
import pLimit from 'p-limit';
import type { z } from 'zod';
import { createJsonFetch, UnreadableAnswer } from './fetch-json.ts';
import type { NgcAnswer } from './ngc-answer.ts';

/** The run was ended meanwhile. */
const ENDED: NgcAnswer<never> = { status: 'unknown', reason: 'not asked to the end' };

const RETRIED = [408, 425, 429, 500, 502, 503, 504];
const LONGEST_RETRY_AFTER_MS = 60_000;
const LONGEST_BACKOFF_MS = 20_000;

/** How NVIDIA is asked. */
export interface RequestLimits {
  /** The base address of every request. */
  ngcUrl: string;
  /** At most so many requests at once. */
  concurrency: number;
  /** For one attempt, until the whole answer is there. */
  requestTimeoutMs: number;
  /** Further attempts after 429, 5xx, a dropped connection or an answer that is no JSON. */
  retries: number;
  /** Ends all asking: Ctrl-C, or the time limit for the run. */
  signal: AbortSignal;
}

export interface NgcQuestion {
  method?: 'GET' | 'POST';
  path: string;
  /** Sent as bearer token, to this address only. */
  key?: string;
  form?: Record<string, string>;
}

export interface NgcRequests {
  ask: <S extends z.ZodTypeAny>(
    question: NgcQuestion,
    schema: S,
  ) => Promise<NgcAnswer<z.output<S>>>;
  close: () => Promise<void>;
}

/** NVIDIA's API behind one base address. Never throws for what the other side does. */
export const createNgcRequests = (limits: RequestLimits): NgcRequests => {
  setMaxListeners(0, limits.signal);
  const limit = pLimit(limits.concurrency);
  const { fetch, close } = createJsonFetch();
  const options = { ...attempts(limits), fetch: fetch as typeof globalThis.fetch };
  return {
    ask: (question, schema) =>
      limit(async () => {
        if (limits.signal.aborted) {
          return ENDED;
        }
        try {
          const url = `${limits.ngcUrl}${question.path}`;
          const answer = await ky(url, { ...options, ...requestFor(question) });
          return readAnswer(await answer.text(), schema);
        } catch (error) {
          return answerForError(error, limits);
        }
      }),
    close,
  };
};

const requestFor = ({ method = 'GET', key, form }: NgcQuestion): Options => ({
  method,
  headers: {
    accept: 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  },
  ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
});

const attempts = ({ requestTimeoutMs, retries, signal }: RequestLimits): Options => ({
  signal,
  timeout: requestTimeoutMs,
  retry: {
    limit: retries,
    methods: ['get', 'post'],
    statusCodes: RETRIED,
    afterStatusCodes: RETRIED,
    maxRetryAfter: LONGEST_RETRY_AFTER_MS,
    backoffLimit: LONGEST_BACKOFF_MS,
    // Between half and all of the delay: those that failed together do not come back together.
    jitter: (delay) => delay * (0.5 + Math.random() / 2),
    retryOnTimeout: true,
    shouldRetry: ({ error }) => {
      const isDecidedByKy = error instanceof HTTPError || error instanceof TimeoutError;
      return isDecidedByKy ? undefined : !signal.aborted;
    },
  },
});

const readAnswer = <S extends z.ZodTypeAny>(text: string, schema: S): NgcAnswer<z.output<S>> => {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) {
    return { status: 'ok', value: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'the answer';
  return { status: 'unknown', reason: `NVIDIA's answer is not as expected (${place})` };
};

const answerForError = (error: unknown, limits: RequestLimits): NgcAnswer<never> => {
  if (limits.signal.aborted) {
    return ENDED;
  }
  if (error instanceof HTTPError) {
    const { status } = error.response;
    return RETRIED.includes(status) || status >= 500
      ? { status: 'unknown', reason: `NVIDIA answered ${status} again and again` }
      : { status: 'refused', code: status };
  }
  if (error instanceof TimeoutError) {
    const seconds = limits.requestTimeoutMs / 1000;
    return { status: 'unknown', reason: `NVIDIA did not answer within ${seconds} s` };
  }
  return error instanceof UnreadableAnswer
    ? { status: 'unknown', reason: "NVIDIA's answer is no JSON" }
    : { status: 'unknown', reason: `NVIDIA could not be reached (${codeOf(error)})` };
};

/** The system's word for it (ECONNREFUSED); messages of errors are not shown, they may quote a request. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) {
    return 'unknown error';
  }
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error.cause ? codeOf(error.cause) : error.name;
};
