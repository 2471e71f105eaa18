/** What is running and has to be stopped, the last started first. */
export interface StopList {
  add: (name: string, stop: () => Promise<unknown> | void) => void;
  /** Stops everything once, however often it is called. Resolves to the names of what did not stop in time. */
  stopAll: () => Promise<string[]>;
}

/** Together with the process's own end this stays under the 3 seconds that Ctrl-C may take. */
const PATIENCE_MS = 2_000;

export const createStopList = (patienceMs = PATIENCE_MS): StopList => {
  const running: { name: string; stop: () => Promise<unknown> | void }[] = [];
  let stopped: Promise<string[]> | undefined;
  const stopAll = async (): Promise<string[]> => {
    const left = new Set(running.map(({ name }) => name));
    const inOrder = async (): Promise<void> => {
      for (const { name, stop } of running.toReversed()) {
        await stop();
        left.delete(name);
      }
    };
    let timer: NodeJS.Timeout | undefined;
    const impatient = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([inOrder(), impatient]);
    clearTimeout(timer);
    return [...left];
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
