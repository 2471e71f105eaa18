import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { expect, test } from './wizard-test.ts';

/** What the service has written down of attempts, without times. */
const attemptsIn = (log: string[]): Record<string, unknown>[] =>
  log
    // Node itself may say something on the same output.
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ audit }) => audit === true)
    .map(({ user, project, action, verdict }) => ({ user, project, action, verdict }));

for (const user of ['ada', 'pat'] as const) {
  test.describe(`for ${user}`, () => {
    test.use({ user });

    test('the service writes down by name who tried a key, and what came of it', async ({
      wizard,
      stack,
      keys,
    }) => {
      await wizard.openAtNim();
      await wizard.verify(testKeys.revoked.key);
      await expect(wizard.text('NVIDIA rejected this key')).toBeVisible();
      await wizard.enterVerifiedKey(keys.valid);
      const attempt = { user, project: 'nim-demo', action: 'verify' };
      // A line is written a moment after its answer is out.
      await expect
        .poll(() => attemptsIn(stack.serviceLog()))
        .toEqual([
          { ...attempt, verdict: { status: 'rejected' } },
          { ...attempt, verdict: { status: 'valid' } },
        ]);
    });
  });
}
