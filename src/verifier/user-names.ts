import { z } from 'zod';
import type { Kubernetes } from './kubernetes.ts';
import { readJson } from './read-json.ts';

const REVIEW_PATH = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const REMEMBERED_MS = 5 * 60_000;
const USERS_REMEMBERED = 10_000;

const reviewSchema = z.object({
  status: z.object({ userInfo: z.object({ username: z.string().min(1) }) }),
});

/** Whoever has a token. */
export interface Caller {
  token: string;
  /** What stands for the token in memory. */
  tokenHash: string;
}

export interface UserNames {
  /** The name that Kubernetes knows a token's user by; undefined if it does not say. */
  of: (question: Caller & { signal: AbortSignal }) => Promise<string | undefined>;
}

/**
 * Kubernetes' SelfSubjectReview (since 1.28). A name is remembered for five minutes under the hash
 * of the token; whether the token still counts is asked each time by the
 * access review.
 */
export const createUserNames = (
  kubernetes: Kubernetes,
  now: () => number = () => Date.now(),
): UserNames => {
  const remembered = new Map<string, { name: string; until: number }>();
  const remember = (tokenHash: string, name: string): void => {
    const oldest = remembered.keys().next();
    if (remembered.size >= USERS_REMEMBERED && oldest.done !== true) {
      remembered.delete(oldest.value);
    }
    remembered.set(tokenHash, { name, until: now() + REMEMBERED_MS });
  };
  return {
    of: async ({ token, tokenHash, signal }) => {
      const known = remembered.get(tokenHash);
      if (known !== undefined && known.until > now()) {
        return known.name;
      }
      remembered.delete(tokenHash);
      const name = await askName(kubernetes, token, signal);
      if (name !== undefined) {
        remember(tokenHash, name);
      }
      return name;
    },
  };
};

const askName = async (
  kubernetes: Kubernetes,
  token: string,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const answer = await kubernetes.ask({
    token,
    method: 'POST',
    path: REVIEW_PATH,
    body: { kind: 'SelfSubjectReview', apiVersion: 'authentication.k8s.io/v1' },
    signal,
  });
  if (answer.status === 'unavailable' || answer.code >= 300) {
    return undefined;
  }
  return reviewSchema.safeParse(readJson(answer.text)).data?.status.userInfo.username;
};
