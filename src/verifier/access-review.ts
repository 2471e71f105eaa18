import { z } from 'zod';
import type { Kubernetes, KubernetesAnswer } from './kubernetes.ts';
import { readJson } from './read-json.ts';

/** What Kubernetes says about a user and a project. */
export type AccessReview =
  | { status: 'allowed' }
  | { status: 'denied' }
  /** Kubernetes does not know the token. */
  | { status: 'not-signed-in' }
  /** No answer, or none that can be read; `cause` is a code for the log. */
  | { status: 'unavailable'; cause: string };

export interface AccessQuestion {
  token: string;
  project: string;
  signal: AbortSignal;
}

export interface AccessReviewer {
  /** Asks with the user's own token whether that user may create Secrets in the project. */
  mayCreateSecrets: (question: AccessQuestion) => Promise<AccessReview>;
  /** The same for reading one Secret. */
  mayReadSecret: (question: AccessQuestion & { name: string }) => Promise<AccessReview>;
}

const REVIEW_PATH = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });

/** Kubernetes' SelfSubjectAccessReview. */
export const createAccessReviewer = (kubernetes: Kubernetes): AccessReviewer => {
  const review = async (
    { token, project, signal }: AccessQuestion,
    attributes: { verb: string; name?: string },
  ): Promise<AccessReview> =>
    readReview(
      await kubernetes.ask({
        token,
        method: 'POST',
        path: REVIEW_PATH,
        body: reviewOf(project, attributes),
        signal,
      }),
    );
  return {
    mayCreateSecrets: (question) => review(question, { verb: 'create' }),
    mayReadSecret: (question) => review(question, { verb: 'get', name: question.name }),
  };
};

const reviewOf = (namespace: string, attributes: { verb: string; name?: string }): object => ({
  kind: 'SelfSubjectAccessReview',
  apiVersion: 'authorization.k8s.io/v1',
  spec: { resourceAttributes: { namespace, ...attributes, resource: 'secrets' } },
});

const readReview = (answer: KubernetesAnswer): AccessReview => {
  if (answer.status === 'unavailable') {
    return answer;
  }
  if (answer.code === 401) {
    return { status: 'not-signed-in' };
  }
  if (answer.code === 403) {
    return { status: 'denied' };
  }
  if (answer.code !== 200 && answer.code !== 201) {
    return { status: 'unavailable', cause: `HTTP ${answer.code}` };
  }
  const review = reviewSchema.safeParse(readJson(answer.text));
  if (!review.success) {
    return { status: 'unavailable', cause: 'no SelfSubjectAccessReview' };
  }
  return { status: review.data.status.allowed ? 'allowed' : 'denied' };
};
