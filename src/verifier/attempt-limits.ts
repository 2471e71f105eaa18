import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerToken } from './bearer-token.ts';
import { createTokenHash } from './token-hash.ts';

const ONE_MINUTE_MS = 60_000;
const USERS_REMEMBERED = 10_000;

/** How the kept library counts: in this process's memory, one count for each replica. */
export const rateLimitOptions: RateLimitPluginOptions = {
  global: false,
  timeWindow: ONE_MINUTE_MS,
  cache: USERS_REMEMBERED,
};

/** Counts an attempt; the number of seconds to wait if it was one too many. */
export type CountAttempt = (request: FastifyRequest) => Promise<number | undefined>;

export interface AttemptLimits {
  /** By the bearer token, kept as a hash with a secret of this process: before anybody is asked. */
  ofToken: CountAttempt;
  /** By the name that Kubernetes knows the user by, however many tokens that user has. */
  ofUser: (request: FastifyRequest, user: string) => Promise<number | undefined>;
}

/** How often one user may ask in a minute; each call counts for itself. */
export const limitsOfUsers = (
  server: FastifyInstance,
  attemptsPerMinute: number,
): AttemptLimits => {
  const hashOf = createTokenHash();
  const users = new WeakMap<FastifyRequest, string>();
  const count = countWith(server, attemptsPerMinute, (request) => users.get(request) ?? '');
  return {
    ofToken: countWith(server, attemptsPerMinute, (request) => hashOf(bearerToken(request) ?? '')),
    ofUser: (request, user) => {
      users.set(request, user);
      return count(request);
    },
  };
};

/** How often all users together may have NVIDIA asked in a minute. */
export const limitInTotal = (server: FastifyInstance, attemptsPerMinute: number): CountAttempt =>
  countWith(server, attemptsPerMinute, () => 'everybody');

const countWith = (
  server: FastifyInstance,
  max: number,
  keyGenerator: (request: FastifyRequest) => string,
): CountAttempt => {
  const limit = server.createRateLimit({ ...rateLimitOptions, max, keyGenerator });
  return async (request) => {
    const counted = await limit(request);
    return !counted.isAllowed && counted.isExceeded ? counted.ttlInSeconds : undefined;
  };
};
