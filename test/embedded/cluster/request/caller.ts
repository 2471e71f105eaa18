import { textAt } from '../json.ts';
import { unauthorized } from '../status.ts';
import type { Storage } from '../storage.ts';

/** A user whom the cluster knows by a bearer token. */
export interface ClusterUser {
  name: string;
  token: string;
  groups: string[];
}

/** Who makes a request. */
export interface Caller {
  name: string;
  groups: string[];
}

const anonymous: Caller = { name: 'system:anonymous', groups: ['system:unauthenticated'] };

/**
 * Who is behind an `Authorization` header: a user by its token, a service account by the token of one of its
 * Secrets, nobody in particular without a header.
 *
 * @throws Refusal 401 when the token is nobody's.
 */
export const callerOf = (
  authorization: string | null,
  users: ClusterUser[],
  storage: Storage,
): Caller => {
  if (authorization === null) {
    return anonymous;
  }
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1]?.trim();
  if (token === undefined) {
    return anonymous;
  }
  const user = users.find((candidate) => candidate.token === token);
  const caller = user
    ? { name: user.name, groups: [...new Set([...user.groups, 'system:authenticated'])] }
    : serviceAccountBehind(token, storage);
  if (!caller) {
    throw unauthorized();
  }
  return caller;
};

const serviceAccountBehind = (token: string, storage: Storage): Caller | undefined => {
  const secret = storage
    .list({ group: '', plural: 'secrets' })
    .find(
      (candidate) =>
        candidate['type'] === 'kubernetes.io/service-account-token' &&
        textAt(candidate['data'], 'token') === btoa(token),
    );
  const name = secret?.metadata.annotations?.['kubernetes.io/service-account.name'];
  const namespace = secret?.metadata.namespace;
  return name && namespace
    ? {
        name: `system:serviceaccount:${namespace}:${name}`,
        groups: [
          'system:serviceaccounts',
          `system:serviceaccounts:${namespace}`,
          'system:authenticated',
        ],
      }
    : undefined;
};
