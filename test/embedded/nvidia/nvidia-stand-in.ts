import {
  createCatalogAnswers,
  type CatalogAnswer,
  type CatalogAnswers,
} from './catalog-answers.ts';
import { answerFromRegistry } from './registry-answers.ts';
import type { StandInCatalog } from './stand-in-catalog.ts';
import { testKeys, type StandInAnswer, type TestKey } from './test-keys.ts';

/** Where NVIDIA is asked about a key (docs: NGC's key service). */
export const CALLER_INFO_PATH = '/v3/keys/get-caller-info';

/** Longer than the plugin's service waits for its whole answer. */
const DEFAULT_SLOW_MS = 15_000;

/** What the stand-in was asked. It names the test key and never repeats it. */
export interface StandInRequest {
  method: string;
  path: string;
  keyName: string | undefined;
  answered: number | 'dropped';
}

export interface NvidiaStandIn {
  /** Answers one request to NVIDIA's key service, catalog or registry; `dropped` asks the caller to close the connection. */
  handle: (request: Request) => Promise<Response | 'dropped'>;
  /** What was asked so far, in order of the answers. */
  requests: () => StandInRequest[];
  /** How many requests were being answered at the same time, at most. */
  mostAtOnce: () => number;
}

export interface NvidiaStandInOptions {
  /** Instead of the table of test keys. */
  keys?: readonly TestKey[];
  /** How long a slow key takes, in milliseconds. */
  slowMs?: number;
  /** The models that NVIDIA has; none by default. */
  catalog?: StandInCatalog;
  /** Where the registry's allowed redirect leads, `host:port`; the stand-in itself by default. */
  redirectHost?: string;
  /** How long every answer takes, in milliseconds. */
  latencyMs?: number;
}

interface Answered {
  keyName: string | undefined;
  answer: Response | 'dropped';
}

/**
 * NVIDIA's key service as its documentation and recorded answers describe it: a form body, an
 * `Authorization` header with the same key, and personal data in the answer; and the endpoints that a
 * catalog is made from, over the models that it is given. It keeps no state but
 * the list of what it was asked, and runs in a browser as well as in Node.
 */
export const createNvidiaStandIn = (options: NvidiaStandInOptions = {}): NvidiaStandIn => {
  const keys = options.keys ?? Object.values(testKeys);
  const slowMs = options.slowMs ?? DEFAULT_SLOW_MS;
  const catalog = createCatalogAnswers(options.catalog ?? { models: [] });
  const registry = { keys, slowMs, redirectHost: options.redirectHost ?? '' };
  const asked: StandInRequest[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  return {
    handle: async (request) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await pause(options.latencyMs ?? 0, request.signal);
      const { keyName, answer } =
        (await inTime(answerFromRegistry(request, registry), request.signal)) ??
        (await answerFromCatalog(request, keys, catalog)) ??
        (await answerTo(request, keys, slowMs));
      atOnce -= 1;
      asked.push({
        method: request.method,
        path: new URL(request.url).pathname,
        keyName,
        answered: answer === 'dropped' ? answer : answer.status,
      });
      return answer;
    },
    requests: () => structuredClone(asked),
    mostAtOnce: () => mostAtOnce,
  };
};

/** The catalog's endpoints: search and metadata are public, a repository needs a known key. */
const answerFromCatalog = async (
  request: Request,
  keys: readonly TestKey[],
  catalog: CatalogAnswers,
): Promise<Answered | undefined> => {
  const bearer = request.headers.get('authorization')?.replace(/^Bearer /, '');
  const key = keys.find((known) => known.key === bearer);
  const answer = catalog.answer(request, key?.answer.kind === 'known');
  if (answer === undefined) {
    return undefined;
  }
  const keyName = bearer === undefined ? undefined : (key?.name ?? 'unknown');
  return inTime({ keyName, answer }, request.signal);
};

/** Waits for an answer that comes late. */
const inTime = async (
  answered: { keyName: string | undefined; answer: CatalogAnswer } | undefined,
  signal: AbortSignal,
): Promise<Answered | undefined> => {
  if (answered === undefined) {
    return undefined;
  }
  const { keyName, answer } = answered;
  if (answer === 'dropped' || answer instanceof Response) {
    return { keyName, answer };
  }
  await pause(answer.ms, signal);
  return { keyName, answer: answer.late };
};

const refused = (status: number, message: string): Answered => ({
  keyName: undefined,
  answer: Response.json({ requestStatus: { statusDescription: message } }, { status }),
});

const answerTo = async (
  request: Request,
  keys: readonly TestKey[],
  slowMs: number,
): Promise<Answered> => {
  if (new URL(request.url).pathname !== CALLER_INFO_PATH) {
    return refused(404, 'No such path.');
  }
  if (request.method !== 'POST') {
    return refused(405, 'Only POST is answered here.');
  }
  const contentType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/x-www-form-urlencoded') {
    return refused(415, 'The body must be a form.');
  }
  const credentials = new URLSearchParams(await request.text()).get('credentials');
  if (credentials === null || request.headers.get('authorization') !== `Bearer ${credentials}`) {
    return refused(400, 'The header and the form must carry the same key.');
  }
  const found = keys.find(({ key }) => key === credentials);
  if (found === undefined) {
    return { ...refused(401, 'Unknown key.'), keyName: 'unknown' };
  }
  return { keyName: found.name, answer: await answerFor(found, slowMs, request.signal) };
};

const answerFor = async (
  { name, answer }: TestKey,
  slowMs: number,
  signal: AbortSignal,
): Promise<Response | 'dropped'> => {
  switch (answer.kind) {
    case 'known':
      return Response.json(callerInfo(name, answer.type));
    case 'error':
      return errorAnswer(answer);
    case 'slow':
      await pause(slowMs, signal);
      return Response.json(callerInfo(name, 'PERSONAL_KEY'));
    case 'html':
      return new Response('<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'truncated':
      return new Response(JSON.stringify(callerInfo(name, 'PERSONAL_KEY')).slice(0, 40), {
        headers: { 'content-type': 'application/json' },
      });
    case 'redirect':
      return new Response(null, {
        status: 302,
        headers: { location: `https://moved.example${CALLER_INFO_PATH}` },
      });
    case 'dropped':
      return 'dropped';
  }
};

const errorAnswer = ({ status }: Extract<StandInAnswer, { kind: 'error' }>): Response =>
  Response.json(
    { requestStatus: { statusDescription: `Test key with answer ${status}.` } },
    status === 429 ? { status, headers: { 'retry-after': '30' } } : { status },
  );

/** What NVIDIA says about a key it knows. The user part is personal data: nobody may pass it on. */
const callerInfo = (name: string, type: 'PERSONAL_KEY' | 'SERVICE_KEY'): object => ({
  type,
  keyId: `key-id-of-${name}`,
  orgName: 'stand-in-org',
  products: ['artifact-catalog', 'private-registry', 'ai-foundations'],
  user:
    type === 'SERVICE_KEY'
      ? null
      : {
          name: 'Grace Standin',
          email: 'grace.standin@personal-data.example',
          roles: [{ orgRoles: ['USER'], org: { name: 'stand-in-org' } }],
        },
});

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  if (ms === 0 || signal.aborted) {
    return;
  }
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
};
