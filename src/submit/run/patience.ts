import type { ClusterClient, WriteOptions } from '../../cluster/cluster-client.ts';
import type {
  ClusterError,
  ClusterErrorKind,
  ClusterOutcome,
} from '../../cluster/cluster-error.ts';

/** How long is waited, in milliseconds. */
export interface Patience {
  /** For one answer. */
  answer: number;
  /** Before each further try of something that may work the next time. */
  pauses: readonly number[];
  /** For the whole of an undo, however many answers do not come. */
  undo: number;
}

/**
 * An API server gives up on a webhook after 10 s if nobody says otherwise, and after 30 s at most. The
 * pauses are what a person waits besides when an answer was lost.
 */
export const usualPatience: Patience = {
  answer: 30_000,
  pauses: [500, 1_000, 2_000],
  undo: 60_000,
};

/** The cluster, as far as a submission uses it, with a limit on each of its answers. */
export type PatientCluster = Pick<
  ClusterClient,
  'get' | 'list' | 'create' | 'replace' | 'patch' | 'remove'
>;

/** An answer that does not come within the limit counts as lost, and the request is given up. */
export const withPatience = (cluster: ClusterClient, { answer }: Patience): PatientCluster => ({
  get: (reference, options) =>
    within(answer, (signal) => cluster.get(reference, { ...options, signal })),
  list: (reference, options) =>
    within(answer, (signal) => cluster.list(reference, { ...options, signal })),
  create: (object, options) =>
    within(answer, (signal) => cluster.create(object, { ...options, signal })),
  replace: (object, options) =>
    within(answer, (signal) => cluster.replace(object, { ...options, signal })),
  patch: (reference, patch, options) =>
    within(answer, (signal) => cluster.patch(reference, patch, { ...options, signal })),
  remove: (reference, preconditions, options: WriteOptions = {}) =>
    within(answer, (signal) => cluster.remove(reference, preconditions, { ...options, signal })),
});

/**
 * Limits what all requests take together. What is asked when the time is up is not sent, and the answer is
 * none that a further try could better.
 */
export const withDeadline = (cluster: PatientCluster, milliseconds: number): PatientCluster => {
  const end = performance.now() + milliseconds;
  const inTime = async <T>(ask: () => Promise<ClusterOutcome<T>>): Promise<ClusterOutcome<T>> => {
    const left = end - performance.now();
    return left > 0 ? within(left, ask, timeIsUp(milliseconds)) : timeIsUp(milliseconds);
  };
  return {
    get: (...given) => inTime(() => cluster.get(...given)),
    list: (...given) => inTime(() => cluster.list(...given)),
    create: (...given) => inTime(() => cluster.create(...given)),
    replace: (...given) => inTime(() => cluster.replace(...given)),
    patch: (...given) => inTime(() => cluster.patch(...given)),
    remove: (...given) => inTime(() => cluster.remove(...given)),
  };
};

type Failed = Extract<ClusterOutcome<never>, { status: 'failed' }>;

const within = async <T>(
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<ClusterOutcome<T>>,
  otherwise: Failed = noAnswer(milliseconds),
): Promise<ClusterOutcome<T>> => {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<ClusterOutcome<T>>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
      controller.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([ask(controller.signal), silence]);
  } finally {
    clearTimeout(timer);
  }
};

const noAnswer = (milliseconds: number): Failed =>
  failed('unreachable', `no answer within ${milliseconds / 1000} seconds`);

const timeIsUp = (milliseconds: number): Failed =>
  failed('other', `given up after ${milliseconds / 1000} seconds`);

const failed = (kind: ClusterErrorKind, message: string): Failed => ({
  status: 'failed',
  error: { kind, message, thrown: new Error(message) },
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Whether the request may have been done all the same, or may yet be done: nobody has said no. */
export const isLost = ({ kind, code }: ClusterError): boolean =>
  kind === 'unreachable' || code === 504;

/** Whether the same request may well be answered otherwise in a moment. */
export const isPassing = (error: ClusterError): boolean =>
  isLost(error) || error.code === 429 || (error.code ?? 0) >= 500;

/** Tries at once and after each of the pauses, until it is settled; the last answer counts. */
export const tryAgain = async <T>(
  attempt: () => Promise<T>,
  isSettled: (answer: T) => boolean,
  { pauses }: Patience,
): Promise<T> => {
  let answer = await attempt();
  for (const milliseconds of pauses) {
    if (isSettled(answer)) {
      break;
    }
    await pause(milliseconds);
    answer = await attempt();
  }
  return answer;
};
