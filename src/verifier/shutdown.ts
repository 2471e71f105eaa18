/** What has to be known of a process to end it on a signal. */
export interface SignalledProcess {
  on: (signal: 'SIGTERM' | 'SIGINT', listener: () => void) => unknown;
  exit: (code: number) => void;
}

/** Kubernetes kills a container 30 seconds after SIGTERM; answers take 10 at most. */
const PATIENCE_MS = 12_000;

/**
 * On SIGTERM or SIGINT stops taking requests, lets those under way finish, and exits with 0; with 1
 * if they take too long. Signals that follow change nothing.
 */
export const closeOnSignal = (
  server: { close: () => PromiseLike<unknown> },
  signalled: SignalledProcess,
  patienceMs = PATIENCE_MS,
): void => {
  let closing = false;
  const close = (): void => {
    if (closing) {
      return;
    }
    closing = true;
    const impatient = setTimeout(() => signalled.exit(1), patienceMs);
    impatient.unref();
    server.close().then(
      () => signalled.exit(0),
      () => signalled.exit(1),
    );
  };
  signalled.on('SIGTERM', close);
  signalled.on('SIGINT', close);
};
