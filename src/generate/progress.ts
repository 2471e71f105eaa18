import ora from 'ora';

/** How far a run is: a bar on a terminal, a few lines without one, all of it on standard error. */
export interface Progress {
  step: () => void;
  stop: () => void;
}

const BAR_WIDTH = 24;
/** A bar that wraps is none; and a terminal that says not how wide it is has 0 columns. */
const NARROWEST_TERMINAL = 60;
/** Lines without a terminal, over the whole run. */
const QUIET_LINES = 4;

/** @param what what is counted, for instance "models asked" */
export const startProgress = (total: number, what: string): Progress =>
  process.stderr.isTTY && process.stderr.columns >= NARROWEST_TERMINAL
    ? barProgress(total, what)
    : lineProgress(total, what);

const barProgress = (total: number, what: string): Progress => {
  const text = bar(0, total, what);
  // The terminal's own Ctrl-C is what ends a run: standard input is left alone.
  const spinner = ora({ text, stream: process.stderr, discardStdin: false }).start();
  let done = 0;
  return {
    step: () => {
      done += 1;
      spinner.text = bar(done, total, what);
    },
    stop: () => {
      spinner.stop();
    },
  };
};

const bar = (done: number, total: number, what: string): string => {
  const filled = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done} of ${total} ${what}`;
};

const lineProgress = (total: number, what: string): Progress => {
  const every = Math.ceil(total / QUIET_LINES);
  let done = 0;
  return {
    step: () => {
      done += 1;
      if (done % every === 0 && done < total) {
        console.error(`${done} of ${total} ${what}`);
      }
    },
    stop: () => undefined,
  };
};
