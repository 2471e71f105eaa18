import type { FastifyInstance } from 'fastify';
import type { KeyVerdict, VerifyRequest } from '../apiKey/key-verdict.ts';
import type { AccessReview, AccessReviewer } from './access-review.ts';
import {
  registerAttemptRoute,
  type Admission,
  type AttemptQuestion,
  type AttemptRouteOptions,
} from './attempt-route.ts';
import type { KeyInquiry } from './key-inquiry.ts';
import { mayNotCreateSecrets } from './refusals.ts';
import { readVerifyRequest } from './verify-request.ts';

export interface VerifyRouteOptions extends AttemptRouteOptions {
  reviewer: AccessReviewer;
  inquiry: KeyInquiry;
}

/** `POST /api/v1/keys/verify`: may this user have a key verified here, and does NVIDIA know it? */
export const registerVerifyRoute = (server: FastifyInstance, options: VerifyRouteOptions): void => {
  const { reviewer, inquiry } = options;
  const question: AttemptQuestion<VerifyRequest, KeyVerdict> = {
    action: 'verify',
    path: '/api/v1/keys/verify',
    read: readVerifyRequest,
    admit: async ({ project, key }, user) =>
      admissionBy(await reviewer.mayCreateSecrets({ project, ...user }), project, (signal) =>
        inquiry.ask(key, signal),
      ),
    late: { status: 'unknown', reason: 'timeout' },
  };
  registerAttemptRoute(server, question, options);
};

/** A key that came with the request is asked about for those who may store it in the project. */
export const admissionBy = <Verdict>(
  review: AccessReview,
  project: string,
  ask: (signal: AbortSignal) => Promise<Verdict>,
): Admission<Verdict> => {
  switch (review.status) {
    case 'allowed':
      return { status: 'admitted', ask };
    case 'denied':
      return { status: 'denied', refusal: mayNotCreateSecrets(project) };
    default:
      return review;
  }
};
