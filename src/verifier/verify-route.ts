import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeyVerdict } from '../apiKey/key-verdict.ts';
import type { AccessReview, AccessReviewer } from './access-review.ts';
import { bearerToken } from './bearer-token.ts';
import type { KeyInquiry } from './key-inquiry.ts';
import { statusBody, type StatusBody } from './status-body.ts';
import { readVerifyRequest } from './verify-request.ts';

/** Part of the time limit that Kubernetes gets; NVIDIA gets the rest. */
const REVIEW_SHARE = 0.4;
/** Part of the time limit after which no upstream is waited for, so that the answer is in time. */
const UPSTREAM_SHARE = 0.95;

export interface VerifyRouteOptions {
  reviewer: AccessReviewer;
  inquiry: KeyInquiry;
  /** For the whole answer, in milliseconds. */
  timeLimitMs: number;
}

/** `POST /api/v1/keys/verify`: may this user have a key verified here, and does NVIDIA know it? */
export const registerVerifyRoute = (server: FastifyInstance, options: VerifyRouteOptions): void => {
  const limit = server.createRateLimit();
  server.post('/api/v1/keys/verify', {
    onRequest: async (request, reply) => {
      if (bearerToken(request) === undefined) {
        return send(reply, notSignedIn());
      }
    },
    handler: async (request, reply) => {
      const asked = readVerifyRequest(request.body);
      if (asked.status === 'refused') {
        return send(reply, statusBody('BadRequest', asked.message));
      }
      const attempts = await limit(request);
      if (!attempts.isAllowed && attempts.isExceeded) {
        return send(reply, tooMany(attempts.ttlInSeconds));
      }
      return send(reply, await outcomeOf(request, reply, asked.request, options));
    },
  });
};

const outcomeOf = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { project, key }: { project: string; key: string },
  { reviewer, inquiry, timeLimitMs }: VerifyRouteOptions,
): Promise<KeyVerdict | StatusBody> => {
  const left = leaving(reply);
  const until = (share: number): AbortSignal =>
    AbortSignal.any([left, AbortSignal.timeout(timeLimitMs * share)]);
  const end = until(UPSTREAM_SHARE);
  const review = await reviewer.mayCreateSecrets({
    token: bearerToken(request) ?? '',
    project,
    signal: until(REVIEW_SHARE),
  });
  if (review.status !== 'allowed') {
    request.log.info({ project, review }, 'did not ask NVIDIA about a key');
    return refusalFor(review, project);
  }
  const verdict = await inquiry.ask(key, end);
  request.log.info({ project, verdict }, 'asked NVIDIA about a key');
  return verdict;
};

/** Aborts when the connection is closed before the answer is out; then nobody waits for it. */
const leaving = (reply: FastifyReply): AbortSignal => {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  return left.signal;
};

const refusalFor = (
  review: Exclude<AccessReview, { status: 'allowed' }>,
  project: string,
): StatusBody => {
  switch (review.status) {
    case 'not-signed-in':
      return notSignedIn();
    case 'denied':
      return statusBody(
        'Forbidden',
        `You may not create Secrets in project "${project}", so no key can be verified for it. Ask an administrator of the project for the role "edit".`,
      );
    case 'unavailable':
      return statusBody(
        'ServiceUnavailable',
        'Kubernetes could not be asked whether you may use this project. Try again in a moment.',
      );
  }
};

const notSignedIn = (): StatusBody =>
  statusBody('Unauthorized', 'Sign in to the dashboard again: your token is missing or refused.');

const tooMany = (seconds: number): StatusBody =>
  statusBody(
    'TooManyRequests',
    `Too many attempts. Wait ${seconds} seconds and try again.`,
    seconds,
  );

const send = (reply: FastifyReply, outcome: KeyVerdict | StatusBody): FastifyReply => {
  if (!('code' in outcome)) {
    return reply.code(200).send(outcome);
  }
  if (outcome.details !== undefined) {
    reply.header('retry-after', outcome.details.retryAfterSeconds);
  }
  return reply.code(outcome.code).send(outcome);
};
