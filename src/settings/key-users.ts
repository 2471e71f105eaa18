import type { KeyUser } from '../bundle/key-users.ts';

/** The deployments that use a key, as far as they are known yet. */
export interface KeyUsers {
  data: KeyUser[] | undefined;
  error: Error | null;
  /** They are being looked for again: a deployment may have come since. */
  isLooking: boolean;
  lookAgain: () => void;
}
