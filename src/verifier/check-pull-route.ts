import type { FastifyInstance } from 'fastify';
import type { PullVerdict } from '../apiKey/pull-verdict.ts';
import type { AccessReviewer } from './access-review.ts';
import {
  registerAttemptRoute,
  type Admission,
  type AttemptQuestion,
  type AttemptRouteOptions,
} from './attempt-route.ts';
import { readCheckPullRequest, type CheckPull } from './check-pull-request.ts';
import type { Kubernetes } from './kubernetes.ts';
import type { RegistryInquiry } from './registry-inquiry.ts';
import { readStoredKey, STORED_KEY_SECRET } from './stored-key.ts';
import { admissionBy } from './verify-route.ts';

export interface CheckPullRouteOptions extends AttemptRouteOptions {
  kubernetes: Kubernetes;
  reviewer: AccessReviewer;
  inquiry: RegistryInquiry;
  /** The registry that every image must begin with. */
  registry: string;
}

/** `POST /api/v1/keys/check-pull`: may this key, or the project's own, pull this image? */
export const registerCheckPullRoute = (
  server: FastifyInstance,
  options: CheckPullRouteOptions,
): void => {
  const { reviewer, inquiry, registry } = options;
  const question: AttemptQuestion<CheckPull, PullVerdict> = {
    action: 'check-pull',
    path: '/api/v1/keys/check-pull',
    read: (body) => readCheckPullRequest(body, registry),
    admit: async (asked, user) => {
      const { project, image, key } = asked;
      if (key === undefined) {
        return admitStored(asked, user, options);
      }
      return admissionBy(await reviewer.mayCreateSecrets({ project, ...user }), project, (signal) =>
        inquiry.ask({ image, key }, signal),
      );
    },
    late: { status: 'unknown', reason: 'timeout' },
  };
  registerAttemptRoute(server, question, options);
};

const CANNOT_BE_CHECKED = { status: 'judged', verdict: { status: 'cannot-be-checked' } } as const;

/** The project's key is read as the user, and only for a user who may read it anyway. */
const admitStored = async (
  { project, image }: CheckPull,
  user: { token: string; signal: AbortSignal },
  { kubernetes, reviewer, inquiry }: CheckPullRouteOptions,
): Promise<Admission<PullVerdict>> => {
  const review = await reviewer.mayReadSecret({ project, name: STORED_KEY_SECRET, ...user });
  if (review.status !== 'allowed') {
    return review.status === 'denied' ? CANNOT_BE_CHECKED : review;
  }
  const stored = await readStoredKey(kubernetes, { project, ...user });
  switch (stored.status) {
    case 'found':
      return {
        status: 'admitted',
        ask: (signal) => inquiry.ask({ image, key: stored.key }, signal),
      };
    case 'absent':
      return { status: 'judged', verdict: { status: 'unknown', reason: 'no-stored-key' } };
    case 'denied':
      return CANNOT_BE_CHECKED;
    default:
      return stored;
  }
};
