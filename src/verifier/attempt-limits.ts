import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const ONE_MINUTE_MS = 60_000;
const USERS_REMEMBERED = 10_000;

/** How the kept library counts: in this process's memory, one count for each replica. */
export const rateLimitOptions: RateLimitPluginOptions = {
  global: false,
  timeWindow: ONE_MINUTE_MS,
  cache: USERS_REMEMBERED,
};

/** Counts an attempt of somebody; the number of seconds to wait if it was one too many. */
export type CountAttemptOf = (request: FastifyRequest, who: string) => Promise<number | undefined>;

/** Counts an attempt, whoever it is by. */
export type CountAttempt = (request: FastifyRequest) => Promise<number | undefined>;

export interface AttemptLimits {
  /** By the hash of the bearer token: before anybody is asked. */
  ofToken: CountAttemptOf;
  /** By the name that Kubernetes knows the user by, however many tokens that user has. */
  ofUser: CountAttemptOf;
}

/** How often one user may ask in a minute; each call counts for itself. */
export const limitsOfUsers = (
  server: FastifyInstance,
  attemptsPerMinute: number,
): AttemptLimits => ({
  ofToken: countEach(server, attemptsPerMinute),
  ofUser: countEach(server, attemptsPerMinute),
});

/** How often all users together may have NVIDIA asked in a minute. */
export const limitInTotal = (server: FastifyInstance, attemptsPerMinute: number): CountAttempt =>
  countWith(server, attemptsPerMinute, () => 'everybody');

const countEach = (server: FastifyInstance, max: number): CountAttemptOf => {
  const whose = new WeakMap<FastifyRequest, string>();
  const count = countWith(server, max, (request) => whose.get(request) ?? '');
  return (request, who) => {
    whose.set(request, who);
    return count(request);
  };
};

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
