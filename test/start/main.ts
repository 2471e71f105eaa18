import { setTimeout as pause } from 'node:timers/promises';
import { runUntilStopped } from './run-until-stopped.ts';
import { startStack } from './start-stack.ts';

/** A Ctrl-C reaches the service as well as us; which of the two is told first is chance. */
const SIGNAL_GRACE_MS = 300;

await runUntilStopped(async ({ options, running, say, ready, giveUp }) => {
  const stack = await startStack(options, running, {
    onStep: say,
    onWarning: say,
    onEnd: (output) =>
      void pause(SIGNAL_GRACE_MS).then(() => giveUp(`The plugin's service has ended: ${output}`)),
  });
  ready(stack.url);
});
