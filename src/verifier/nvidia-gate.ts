import pLimit from 'p-limit';

export interface NvidiaGate {
  /**
   * Lets a task through when fewer than the limit are under way. One that has waited until `signal`
   * ends is never begun, and `late` is its outcome.
   */
  pass: <Outcome>(
    task: () => Promise<Outcome>,
    waiting: { signal: AbortSignal; late: Outcome },
  ) => Promise<Outcome>;
  /** How many tasks are under way. */
  underWay: () => number;
}

/** At most so many questions to NVIDIA at once, so that a hanging NVIDIA holds no more than these. */
export const createNvidiaGate = (mostAtOnce: number): NvidiaGate => {
  const limit = pLimit(mostAtOnce);
  return {
    pass: async (task, { signal, late }) => {
      if (signal.aborted) {
        return late;
      }
      const ended = Promise.withResolvers<typeof late>();
      const end = (): void => ended.resolve(late);
      signal.addEventListener('abort', end);
      const passed = limit(() => (signal.aborted ? late : task()));
      try {
        return await Promise.race([passed, ended.promise]);
      } finally {
        signal.removeEventListener('abort', end);
      }
    },
    underWay: () => limit.activeCount,
  };
};
