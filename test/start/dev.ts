import { assertFree } from './free-port.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { startStack, type Stack } from './start-stack.ts';
import { startWatching } from './watch.ts';

/** Like `npm start`, and builds again whatever changes. Reload the page to see it. */
await runUntilStopped(async ({ options, running, say, ready }) => {
  await assertFree(options.port);
  say('Building ...');
  let stack: Stack | undefined;
  await startWatching(running, {
    onOutput: (mode, line) => say(`${mode}: ${line}`),
    onRebuilt: (mode) => {
      say(`${mode}: built`);
      if (mode === 'service') {
        stack?.restartService().catch((error: unknown) => say(String(error)));
      }
    },
  });
  stack = await startStack({ ...options, build: false }, running, {
    onStep: say,
    onWarning: say,
    // The next build starts it again.
    onEnd: (output) => say(`The plugin's service has ended: ${output}`),
  });
  ready(stack.url);
});
