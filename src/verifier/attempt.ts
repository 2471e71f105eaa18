import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StatusBody } from './status-body.ts';

/** What somebody wants to know about a key. */
export type AttemptAction = 'verify' | 'check-pull';

/** What became of an attempt, in the words of the audit line: a verdict or why there is none. */
export interface AttemptEnd {
  status: string;
  reason?: string;
  cause?: string;
}

/** What an attempt's audit line and metric say. There is no place for a key in it. */
export interface AttemptRecord {
  action: AttemptAction;
  /** As Kubernetes names the user; `unknown` if it did not say. */
  user: string;
  /** `unknown` if the request could not be read. */
  project: string;
  verdict: AttemptEnd;
  ms: number;
}

export interface AttemptRecorder {
  /** Says what is known of an attempt so far; later words count. */
  note: (
    request: FastifyRequest,
    known: Partial<Pick<AttemptRecord, 'user' | 'project' | 'verdict'>>,
  ) => void;
  /** Writes the one line, when the answer is out or the user has left. */
  finish: (request: FastifyRequest, reply: FastifyReply) => void;
}

/** Records every request to a route, also those that end before they are read. */
export const createAttemptRecorder = (
  action: AttemptAction,
  write: (record: AttemptRecord) => void,
): AttemptRecorder => {
  const notes = new WeakMap<FastifyRequest, Partial<AttemptRecord>>();
  return {
    note: (request, known) => {
      notes.set(request, { ...notes.get(request), ...known });
    },
    finish: (request, reply) => {
      const known = notes.get(request);
      write({
        action,
        user: known?.user ?? 'unknown',
        project: known?.project ?? 'unknown',
        verdict: known?.verdict ?? endWithout(reply),
        ms: Math.round(reply.elapsedTime),
      });
    },
  };
};

/** Nothing was noted: the request was refused before it was read, or the user did not wait. */
const endWithout = (reply: FastifyReply): AttemptEnd =>
  reply.raw.writableFinished
    ? { status: 'refused', reason: `HTTP ${reply.statusCode}` }
    : { status: 'left' };

/** The audit's word for an answer that is no verdict. */
export const endOf = (refusal: StatusBody, cause?: string): AttemptEnd => ({
  status: 'refused',
  reason: refusal.reason,
  ...(cause === undefined ? {} : { cause }),
});
