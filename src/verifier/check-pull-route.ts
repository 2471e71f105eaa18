import type { FastifyInstance } from 'fastify';
import type { PullVerdict } from '../apiKey/pull-verdict.ts';
import { admitKey, type KeyAdmission } from './asked-key.ts';
import {
  registerAttemptRoute,
  type AttemptQuestion,
  type AttemptRouteOptions,
} from './attempt-route.ts';
import { readCheckPullRequest, type CheckPull } from './check-pull-request.ts';
import type { RegistryInquiry } from './registry-inquiry.ts';

export interface CheckPullRouteOptions extends AttemptRouteOptions, KeyAdmission {
  inquiry: RegistryInquiry;
  /** The registry that every image must begin with. */
  registry: string;
}

/** `POST /api/v1/keys/check-pull`: may this key, or the one that the project has, pull this image? */
export const registerCheckPullRoute = (
  server: FastifyInstance,
  options: CheckPullRouteOptions,
): void => {
  const { inquiry, registry } = options;
  const question: AttemptQuestion<CheckPull, PullVerdict> = {
    action: 'check-pull',
    path: '/api/v1/keys/check-pull',
    read: (body) => readCheckPullRequest(body, registry),
    admit: ({ image, ...asked }, user) =>
      admitKey<PullVerdict>(
        { ...asked, ...user, ask: (key, signal) => inquiry.ask({ image, key }, signal) },
        options,
      ),
    late: { status: 'unknown', reason: 'timeout' },
  };
  registerAttemptRoute(server, question, options);
};
