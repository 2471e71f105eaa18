import type { Caller } from '../request/caller.ts';

/** Answers a SelfSubjectReview: who the caller is, as far as the API server knows. */
export const selfSubjectOf = ({ name, groups }: Caller, now: string): object => ({
  kind: 'SelfSubjectReview',
  apiVersion: 'authentication.k8s.io/v1',
  metadata: { creationTimestamp: now },
  status: { userInfo: { username: name, groups } },
});
