import { Agent, request } from 'undici';
import { z } from 'zod';

/** What Kubernetes says about a user and a project. */
export type AccessReview =
  | { status: 'allowed' }
  | { status: 'denied' }
  /** Kubernetes does not know the token. */
  | { status: 'not-signed-in' }
  /** No answer, or none that can be read; `cause` is a code for the log. */
  | { status: 'unavailable'; cause: string };

export interface AccessReviewer {
  /** Asks with the user's own token whether that user may create Secrets in the project. */
  mayCreateSecrets: (question: {
    token: string;
    project: string;
    signal: AbortSignal;
  }) => Promise<AccessReview>;
  close: () => Promise<void>;
}

const REVIEW_PATH = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const ANSWER_LIMIT_BYTES = 64 * 1024;

const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });

/** Kubernetes' SelfSubjectAccessReview at one API server, trusted by its own authority. */
export const createAccessReviewer = (server: { url: string; ca?: string }): AccessReviewer => {
  const dispatcher = new Agent({
    maxResponseSize: ANSWER_LIMIT_BYTES,
    ...(server.ca === undefined ? {} : { connect: { ca: server.ca } }),
  });
  return {
    mayCreateSecrets: async ({ token, project, signal }) => {
      try {
        const answer = await request(`${server.url}${REVIEW_PATH}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            accept: 'application/json',
          },
          body: JSON.stringify(reviewOf(project)),
          signal,
          dispatcher,
        });
        return readReview(answer.statusCode, await answer.body.text());
      } catch (error) {
        return { status: 'unavailable', cause: errorCode(error) };
      }
    },
    close: () => dispatcher.destroy(),
  };
};

const reviewOf = (namespace: string): object => ({
  kind: 'SelfSubjectAccessReview',
  apiVersion: 'authorization.k8s.io/v1',
  spec: { resourceAttributes: { namespace, verb: 'create', resource: 'secrets' } },
});

const readReview = (code: number, text: string): AccessReview => {
  if (code === 401) {
    return { status: 'not-signed-in' };
  }
  if (code === 403) {
    return { status: 'denied' };
  }
  if (code !== 200 && code !== 201) {
    return { status: 'unavailable', cause: `HTTP ${code}` };
  }
  const review = reviewSchema.safeParse(parsed(text));
  if (!review.success) {
    return { status: 'unavailable', cause: 'no SelfSubjectAccessReview' };
  }
  return { status: review.data.status.allowed ? 'allowed' : 'denied' };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A code or name of an error, never its message: that can quote what was sent. */
const errorCode = (error: unknown): string => {
  if (!(error instanceof Error)) {
    return 'unknown';
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
