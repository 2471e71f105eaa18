type Stop = () => Promise<unknown> | void;

/** What is running and has to be stopped, the last started first. */
export interface StopList {
  add: (name: string, stop: Stop) => void;
  /** Stops everything once, however often it is called. Resolves to the names of what did not stop in time. */
  stopAll: () => Promise<string[]>;
}

/** One that hangs is passed over after this, so that all of Ctrl-C stays under 3 seconds. */
const PATIENCE_MS = 700;

/** An empty list. `patienceMs` is for each of its members. */
export const createStopList = (patienceMs = PATIENCE_MS): StopList => {
  const running: { name: string; stop: Stop }[] = [];
  let stopped: Promise<string[]> | undefined;
  const stopAll = async (): Promise<string[]> => {
    const left: string[] = [];
    for (const { name, stop } of running.toReversed()) {
      if (!(await hasStopped(stop, patienceMs))) {
        left.push(name);
      }
    }
    return left;
  };
  return {
    add: (name, stop) => {
      if (stopped === undefined) {
        running.push({ name, stop });
      } else {
        // It was still starting when everything was stopped.
        void stop();
      }
    },
    stopAll: () => (stopped ??= stopAll()),
  };
};

/** Whether a thing stopped in time; one that fails has not, and must not keep the others running. */
const hasStopped = async (stop: Stop, patienceMs: number): Promise<boolean> => {
  const patience = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => patience.resolve(false), patienceMs);
  const done = Promise.resolve(stop()).then(
    () => true,
    () => false,
  );
  const outcome = await Promise.race([done, patience.promise]);
  clearTimeout(timer);
  return outcome;
};
