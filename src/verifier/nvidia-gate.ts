import pLimit, { type LimitFunction } from 'p-limit';

export interface NvidiaGate {
  /**
   * Lets a task through when fewer than the limit are under way, and fewer of this user's than a
   * user's share. One that has waited until `signal` ends is never begun, and `late` is its outcome.
   */
  pass: <Outcome>(
    task: () => Promise<Outcome>,
    waiting: { user: string; signal: AbortSignal; late: Outcome },
  ) => Promise<Outcome>;
  /** How many tasks are under way. */
  underWay: () => number;
  /** How many users have tasks under way or waiting; of others nothing is kept. */
  users: () => number;
}

/** How much of the gate one user can hold: a hanging NVIDIA is not to stop everybody at once. */
const SHARE_OF_A_USER = 1 / 4;

interface UserAtGate {
  limit: LimitFunction;
  tasks: number;
}

/** At most so many questions to NVIDIA at once, so that a hanging NVIDIA holds no more than these. */
export const createNvidiaGate = (mostAtOnce: number): NvidiaGate => {
  const limit = pLimit(mostAtOnce);
  const share = Math.ceil(mostAtOnce * SHARE_OF_A_USER);
  const users = new Map<string, UserAtGate>();
  const inTurn = async <Outcome>(name: string, task: () => Promise<Outcome>): Promise<Outcome> => {
    const user = users.get(name) ?? { limit: pLimit(share), tasks: 0 };
    users.set(name, user);
    user.tasks += 1;
    try {
      return await user.limit(() => limit(task));
    } finally {
      user.tasks -= 1;
      if (user.tasks === 0) {
        users.delete(name);
      }
    }
  };
  return {
    pass: async (task, { user, signal, late }) => {
      if (signal.aborted) {
        return late;
      }
      const ended = Promise.withResolvers<typeof late>();
      const end = (): void => ended.resolve(late);
      signal.addEventListener('abort', end);
      const passed = inTurn(user, async () => (signal.aborted ? late : task()));
      try {
        return await Promise.race([passed, ended.promise]);
      } finally {
        signal.removeEventListener('abort', end);
      }
    },
    underWay: () => limit.activeCount,
    users: () => users.size,
  };
};
