import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  createAttemptRecorder,
  endOf,
  type AttemptAction,
  type AttemptEnd,
  type AttemptRecord,
} from './attempt.ts';
import { limitsOfUsers, type AttemptLimits, type CountAttempt } from './attempt-limits.ts';
import { bearerToken } from './bearer-token.ts';
import type { NvidiaGate } from './nvidia-gate.ts';
import { kubernetesUnavailable, notSignedIn, tooMany, tooManyOfAll } from './refusals.ts';
import { statusBody, type StatusBody } from './status-body.ts';
import type { Caller, UserNames } from './user-names.ts';

/** Part of the time limit that Kubernetes gets; NVIDIA gets the rest. */
const REVIEW_SHARE = 0.4;
/** Part of the time limit after which no upstream is waited for, so that the answer is in time. */
const UPSTREAM_SHARE = 0.95;

/** What Kubernetes lets a user do. */
export type Admission<Verdict> =
  /** NVIDIA may be asked. */
  | { status: 'admitted'; ask: (signal: AbortSignal) => Promise<Verdict> }
  /** There is nothing to ask NVIDIA. */
  | { status: 'judged'; verdict: Verdict }
  | { status: 'denied'; refusal: StatusBody }
  | { status: 'not-signed-in' }
  | { status: 'unavailable'; cause: string };

/** One question about a key: how it is read, and what Kubernetes has to allow before it is asked. */
export interface AttemptQuestion<Asked extends { project: string }, Verdict extends AttemptEnd> {
  action: AttemptAction;
  path: string;
  read: (
    body: unknown,
  ) => { status: 'ok'; request: Asked } | { status: 'refused'; message: string };
  admit: (
    asked: Asked,
    user: { token: string; signal: AbortSignal },
  ) => Promise<Admission<Verdict>>;
  /** The verdict when there was no time left to ask. */
  late: Verdict;
}

export interface AttemptRouteOptions {
  users: UserNames;
  /** What stands for a bearer token in memory. */
  hashOf: (token: string) => string;
  gate: NvidiaGate;
  attemptsPerMinute: number;
  countAll: CountAttempt;
  /** For the whole answer, in milliseconds. */
  timeLimitMs: number;
  record: (record: AttemptRecord) => void;
}

interface AttemptOutcome<Verdict> {
  answer: Verdict | StatusBody;
  end: AttemptEnd;
}

/** One POST route whose answer is a verdict, or a Status that says why there is none. */
export const registerAttemptRoute = <Asked extends { project: string }, Verdict extends AttemptEnd>(
  server: FastifyInstance,
  question: AttemptQuestion<Asked, Verdict>,
  options: AttemptRouteOptions,
): void => {
  const limits = limitsOfUsers(server, options.attemptsPerMinute);
  const recorder = createAttemptRecorder(question.action, options.record);
  const ended = (
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: AttemptOutcome<Verdict>,
  ): FastifyReply => {
    recorder.note(request, { verdict: outcome.end });
    return send(reply, outcome.answer);
  };
  server.post(question.path, {
    onRequest: async (request, reply) => {
      // Not the hook onResponse, which is not called for a user who leaves.
      reply.raw.once('close', () => recorder.finish(request, reply));
      if (bearerToken(request) === undefined) {
        return ended(request, reply, refused(notSignedIn()));
      }
    },
    handler: async (request, reply) => {
      const note: Note = (known) => recorder.note(request, known);
      const outcome = await outcomeOf({ request, reply }, question, { ...options, limits, note });
      return ended(request, reply, outcome);
    },
  });
};

type Note = (known: { user?: string; project?: string }) => void;

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Reads the request and counts it, before anybody is asked. */
const outcomeOf = async <Asked extends { project: string }, Verdict extends AttemptEnd>(
  exchange: Exchange,
  question: AttemptQuestion<Asked, Verdict>,
  options: AttemptRouteOptions & { limits: AttemptLimits; note: Note },
): Promise<AttemptOutcome<Verdict>> => {
  const asked = question.read(exchange.request.body);
  if (asked.status === 'refused') {
    return refused(statusBody('BadRequest', asked.message));
  }
  options.note({ project: asked.request.project });
  const token = bearerToken(exchange.request) ?? '';
  const caller = { token, tokenHash: options.hashOf(token) };
  const wait = await options.limits.ofToken(exchange.request, caller.tokenHash);
  return wait === undefined
    ? askUpstream({ ...exchange, caller }, asked.request, question, options)
    : refused(tooMany(wait));
};

const refused = (refusal: StatusBody, cause?: string): AttemptOutcome<never> => ({
  answer: refusal,
  end: endOf(refusal, cause),
});

/** Asks Kubernetes, as the user, and then NVIDIA, in the time that there is for each. */
const askUpstream = async <Asked extends { project: string }, Verdict extends AttemptEnd>(
  { request, reply, caller }: Exchange & { caller: Caller },
  asked: Asked,
  question: AttemptQuestion<Asked, Verdict>,
  options: AttemptRouteOptions & { limits: AttemptLimits; note: Note },
): Promise<AttemptOutcome<Verdict>> => {
  const until = (share: number): AbortSignal => deadline(reply, options.timeLimitMs * share);
  const end = until(UPSTREAM_SHARE);
  const signal = until(REVIEW_SHARE);
  const [name, admission] = await Promise.all([
    options.users.of({ ...caller, signal }),
    question.admit(asked, { token: caller.token, signal }),
  ]);
  if (name !== undefined) {
    options.note({ user: name });
  }
  if (admission.status !== 'admitted') {
    return withoutAsking(admission);
  }
  const refusal = await overLimit(request, name, options);
  if (refusal !== undefined) {
    return refused(refusal);
  }
  const verdict = await options.gate.pass(() => admission.ask(end), {
    user: name === undefined ? `token ${caller.tokenHash}` : `user ${name}`,
    signal: end,
    late: question.late,
  });
  return { answer: verdict, end: verdict };
};

/**
 * Aborts after so many milliseconds, or when the connection is closed before: then nobody waits for the
 * answer. Unlike AbortSignal.timeout it leaves nothing behind when the answer is out.
 */
const deadline = (reply: FastifyReply, ms: number): AbortSignal => {
  const ending = new AbortController();
  const timer = setTimeout(
    () => ending.abort(new DOMException('The time is up.', 'TimeoutError')),
    ms,
  );
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) {
      ending.abort();
    }
  });
  return ending.signal;
};

const withoutAsking = <Verdict extends AttemptEnd>(
  admission: Exclude<Admission<Verdict>, { status: 'admitted' }>,
): AttemptOutcome<Verdict> => {
  switch (admission.status) {
    case 'judged':
      return { answer: admission.verdict, end: admission.verdict };
    case 'denied':
      return refused(admission.refusal);
    case 'not-signed-in':
      return refused(notSignedIn());
    case 'unavailable':
      return refused(kubernetesUnavailable(), admission.cause);
  }
};

/** Only what goes on to NVIDIA counts here. A user without a name is limited by the token alone. */
const overLimit = async (
  request: FastifyRequest,
  name: string | undefined,
  { limits, countAll }: { limits: AttemptLimits; countAll: CountAttempt },
): Promise<StatusBody | undefined> => {
  const wait = name === undefined ? undefined : await limits.ofUser(request, name);
  if (wait !== undefined) {
    return tooMany(wait);
  }
  const waitForAll = await countAll(request);
  return waitForAll === undefined ? undefined : tooManyOfAll(waitForAll);
};

const send = (reply: FastifyReply, outcome: AttemptEnd | StatusBody): FastifyReply => {
  if (!('code' in outcome)) {
    return reply.code(200).send(outcome);
  }
  if (outcome.details !== undefined) {
    reply.header('retry-after', outcome.details.retryAfterSeconds);
  }
  return reply.code(outcome.code).send(outcome);
};
