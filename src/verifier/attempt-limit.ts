import { createHmac, randomBytes } from 'node:crypto';
import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { bearerToken } from './bearer-token.ts';

const ONE_MINUTE_MS = 60_000;
const USERS_REMEMBERED = 10_000;

/**
 * How often one user may have a key verified. A user is known by the bearer token, kept as a hash
 * with a secret of this process; counts live in this process's memory, one for each replica.
 */
export const attemptLimit = (attemptsPerMinute: number): RateLimitPluginOptions => {
  const secret = randomBytes(32);
  return {
    global: false,
    max: attemptsPerMinute,
    timeWindow: ONE_MINUTE_MS,
    cache: USERS_REMEMBERED,
    keyGenerator: (request: FastifyRequest) =>
      createHmac('sha256', secret)
        .update(bearerToken(request) ?? '')
        .digest('base64'),
  };
};
