import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

export interface CommandResult {
  /** The exit code; null if it was ended by a signal. */
  code: number | null;
  /** True if it ran longer than it may. */
  tooLong: boolean;
}

/**
 * Runs a command in a process group of its own, so that all it started can be ended with it, and
 * appends what it prints to a file. `signal` ends it early.
 */
export const runCommand = (
  [program = '', ...args]: string[],
  options: {
    logFile: string;
    timeLimitMs: number;
    environment: NodeJS.ProcessEnv;
    signal: AbortSignal;
  },
): Promise<CommandResult> =>
  new Promise((resolve) => {
    const log = createWriteStream(options.logFile, { flags: 'a' });
    const child = spawn(program, args, {
      detached: true,
      env: options.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    let tooLong = false;
    const end = (): void => endGroup(child.pid);
    const timer = setTimeout(() => {
      tooLong = true;
      end();
    }, options.timeLimitMs);
    options.signal.addEventListener('abort', end);
    const finish = (code: number | null): void => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', end);
      log.end(() => resolve({ code, tooLong }));
    };
    child.on('error', (error) => {
      log.write(`${program}: ${error.message}\n`);
      finish(1);
    });
    child.on('close', (code) => finish(code));
  });

/** Asks a process group to end, and ends it if it has not after three seconds. */
const endGroup = (pid: number | undefined): void => {
  if (pid === undefined) {
    return;
  }
  const send = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      // ESRCH: it has ended by itself, which is what was wanted.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
        throw error;
      }
    }
  };
  send('SIGTERM');
  setTimeout(() => send('SIGKILL'), 3_000).unref();
};
