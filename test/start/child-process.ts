import { spawn, type ChildProcess } from 'node:child_process';

export interface Child {
  process: ChildProcess;
  /** The last lines that it printed, on either stream. */
  lastOutput: () => string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  /** Asks it to end; if it does not, ends it. */
  stop: () => Promise<void>;
}

const KEPT_CHARACTERS = 20_000;
/** Less than the list of what is to be stopped has. */
const PATIENCE_MS = 500;

const endWithParent = new URL('end-with-parent.ts', import.meta.url).href;

/** Starts a program of Node's as a child that ends with us, however we end. */
export const startChild = (
  args: string[],
  options: {
    cwd: string;
    environment?: NodeJS.ProcessEnv;
    onLine?: (line: string) => void;
  },
): Child => {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: options.cwd,
    env: options.environment ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever happens to us: nothing that we started is left behind.
  const endWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', endWithUs);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_CHARACTERS);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => options.onLine?.(line));
    });
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', (code, signal) => {
      process.off('exit', endWithUs);
      resolve(code ?? signal ?? 1);
    });
  });
  return {
    process: child,
    lastOutput: () => output.trimEnd(),
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
};
