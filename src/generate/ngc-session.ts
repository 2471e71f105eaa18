import { findApiKey } from './api-key.ts';
import { searchModels, type SearchResult } from './entries/search-models.ts';
import { CommandEnd, EXIT } from './exit-code.ts';
import { describeAnswer } from './ngc/ngc-answer.ts';
import { createNgcCatalog, type NgcCatalog } from './ngc/ngc-catalog.ts';
import { createNgcRequests } from './ngc/ngc-requests.ts';
import { noKeptAnswers, openKeptAnswers, type KeptAnswers } from './ngc/kept-answers.ts';

/** The options of every command that asks NVIDIA. Times are in seconds. */
export interface NgcOptions {
  ngcUrl: string;
  keyFile?: string;
  concurrency: number;
  timeout: number;
  requestTimeout: number;
  retries: number;
  resume?: string;
}

/** A run against NVIDIA's API: the key is known to be good, and all models are found. */
export interface NgcSession {
  catalog: NgcCatalog;
  kept: KeptAnswers;
  search: SearchResult;
  /** How many models to ask for at a time. */
  concurrency: number;
  /** Why asking has ended before its time; undefined while it goes on. */
  ended: () => CommandEnd | undefined;
  /** Says that NVIDIA answered 401: if it does not know the key any more, asking ends. */
  doubtKey: () => Promise<void>;
}

/**
 * Checks the key, finds the models and runs the work; afterwards nothing is left open.
 *
 * @throws CommandEnd if the key is refused, NVIDIA is unreachable, or the run was ended
 */
export const withNgcSession = async <T>(
  options: NgcOptions,
  work: (session: NgcSession) => Promise<T>,
): Promise<T> => {
  const key = await findApiKey(options.keyFile);
  const kept = openKept(options);
  const end = createRunEnd(options);
  const requests = createNgcRequests({
    ...options,
    requestTimeoutMs: options.requestTimeout * 1000,
    signal: end.signal,
  });
  try {
    const catalog = createNgcCatalog(requests, key);
    const search = await start(catalog, end);
    const doubtKey = onceOnly(() => endIfKeyIsRefused(catalog, end));
    const { concurrency } = options;
    return await work({ catalog, kept, search, concurrency, ended: end.reason, doubtKey });
  } finally {
    end.release();
    await requests.close();
  }
};

const openKept = ({ resume, ngcUrl }: NgcOptions): KeptAnswers => {
  if (resume === undefined) {
    return noKeptAnswers;
  }
  try {
    return openKeptAnswers(resume, ngcUrl);
  } catch (error) {
    throw new CommandEnd(`${resume} cannot be used to resume: ${String(error)}`, EXIT.usage);
  }
};

const KEY_REFUSED = new CommandEnd('NVIDIA refuses the key', EXIT.keyRefused);

/** The key is checked first; the search needs none and is on its way meanwhile. */
const start = async (catalog: NgcCatalog, end: RunEnd): Promise<SearchResult> => {
  const searching = searchModels(catalog.page);
  const verdict = await catalog.key();
  if (isKeyRefused(verdict)) {
    end.stop(KEY_REFUSED);
  } else if (verdict.status !== 'ok') {
    const why = `NVIDIA could not be asked about the key: ${describeAnswer(verdict)}`;
    end.stop(end.reason() ?? new CommandEnd(why, EXIT.unreachable));
  }
  const search = await searching;
  const ended = end.reason();
  if (ended !== undefined) {
    throw ended;
  }
  if (search.status !== 'ok') {
    throw new CommandEnd(`no models can be listed: ${describeAnswer(search)}`, EXIT.unreachable);
  }
  return search.value;
};

const isKeyRefused = (verdict: Awaited<ReturnType<NgcCatalog['key']>>): boolean =>
  verdict.status === 'refused' && (verdict.code === 401 || verdict.code === 403);

const endIfKeyIsRefused = async (catalog: NgcCatalog, end: RunEnd): Promise<void> => {
  if (isKeyRefused(await catalog.key())) {
    end.stop(KEY_REFUSED);
  }
};

const onceOnly = (act: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  return () => (running ??= act());
};

interface RunEnd {
  signal: AbortSignal;
  reason: () => CommandEnd | undefined;
  stop: (reason: CommandEnd) => void;
  release: () => void;
}

/** The first of: Ctrl-C, SIGTERM, the time limit, a refused key. A second Ctrl-C ends at once. */
const createRunEnd = ({ timeout }: NgcOptions): RunEnd => {
  const controller = new AbortController();
  let reason: CommandEnd | undefined;
  const stop = (why: CommandEnd): void => {
    reason ??= why;
    controller.abort();
  };
  const interrupt = (name: 'SIGINT' | 'SIGTERM', code: number) => (): void => {
    if (controller.signal.aborted) {
      process.exit(code);
    }
    stop(new CommandEnd(`interrupted (${name})`, code));
  };
  const onInt = interrupt('SIGINT', 130);
  const onTerm = interrupt('SIGTERM', 143);
  const timer = setTimeout(
    () => stop(new CommandEnd(`not done within ${timeout} s`, EXIT.unreachable)),
    timeout * 1000,
  );
  process.on('SIGINT', onInt).on('SIGTERM', onTerm);
  return {
    signal: controller.signal,
    reason: () => reason,
    stop,
    release: () => {
      clearTimeout(timer);
      process.off('SIGINT', onInt).off('SIGTERM', onTerm);
    },
  };
};
