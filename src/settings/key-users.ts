import type { KeyUser } from '../bundle/key-users.ts';

/** The deployments that use a key, as far as they are known yet. */
export interface KeyUsers {
  data: KeyUser[] | undefined;
  error: Error | null;
}
