import './end-with-parent.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';
import { StartProblem } from './start-problem.ts';
import { createStopList, type StopList } from './stop-list.ts';

export interface Run {
  options: StartOptions;
  running: StopList;
  /** A line of progress or warning. */
  say: (line: string) => void;
  /** The one line that scripts wait for. */
  ready: (url: string) => void;
  /** Ends everything, since something that must run has ended. */
  giveUp: (why: string) => void;
}

const writeOut = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const ready = (url: string): void => writeOut(`Ready: ${url}`);

/**
 * The frame of `npm start` and `npm run dev`: reads the command line, starts, and stops everything on
 * Ctrl-C (exit code 0) or when something fails (one line, exit code 1).
 */
export const runUntilStopped = async (start: (run: Run) => Promise<void>): Promise<void> => {
  const reading = readStartOptions(process.argv.slice(2));
  if (reading.status === 'help') {
    writeOut(reading.text);
    return;
  }
  if (reading.status === 'refused') {
    say(reading.problem);
    process.exitCode = 1;
    return;
  }
  const running = createStopList();
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) {
      return;
    }
    stopping = true;
    const left = await running.stopAll();
    if (left.length > 0) {
      say(`Did not stop in time, ended: ${left.join(', ')}.`);
    }
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(0));
  }
  const giveUp = (why: string): void => {
    if (!stopping) {
      say(why);
      void stop(1);
    }
  };
  try {
    await start({ options: reading.options, running, say, ready, giveUp });
  } catch (error) {
    giveUp(error instanceof StartProblem ? error.message : bugReport(error));
  }
};

const bugReport = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
