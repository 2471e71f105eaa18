import type { FastifyInstance } from 'fastify';
import type { KeyVerdict } from '../apiKey/key-verdict.ts';
import { admitKey, type KeyAdmission } from './asked-key.ts';
import {
  registerAttemptRoute,
  type AttemptQuestion,
  type AttemptRouteOptions,
} from './attempt-route.ts';
import type { KeyInquiry } from './key-inquiry.ts';
import { readVerifyRequest, type Verification } from './verify-request.ts';

export interface VerifyRouteOptions extends AttemptRouteOptions, KeyAdmission {
  inquiry: KeyInquiry;
}

/** `POST /api/v1/keys/verify`: does NVIDIA know this key, or the one that the project has? */
export const registerVerifyRoute = (server: FastifyInstance, options: VerifyRouteOptions): void => {
  const question: AttemptQuestion<Verification, KeyVerdict> = {
    action: 'verify',
    path: '/api/v1/keys/verify',
    read: readVerifyRequest,
    admit: (asked, user) =>
      admitKey<KeyVerdict>({ ...asked, ...user, ask: options.inquiry.ask }, options),
    late: { status: 'unknown', reason: 'timeout' },
  };
  registerAttemptRoute(server, question, options);
};
