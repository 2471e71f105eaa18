import { newObjects, titleOf } from './in-cluster.ts';
import { createsService, createsVolume, withoutEnd } from './real-writes.ts';
import type { Recording } from './recording.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

const TITLE = 'An earlier deployment in this project was not finished';

/** Presses "Deploy model", and closes the page while that write is without an answer. */
const closeAt = async (
  write: typeof createsVolume,
  { wizard, recording }: { wizard: WizardPage; recording: Recording },
): Promise<void> => {
  await withoutEnd(wizard.page, write, () => wizard.press('Deploy model'));
  await recording.settle();
  await wizard.page.goto('about:blank');
};

test('what is left when the browser is closed in the middle is found later, and removed', async ({
  wizard,
  stack,
  context,
  recording,
  keys,
}) => {
  const before = stack.objects();
  await wizard.openAtReview(keys.valid);
  await closeAt(createsVolume, { wizard, recording });
  expect(newObjects(before, stack.objects()).map(titleOf)).toEqual([
    'Secret nim-demo/nim-api-key',
    'Secret nim-demo/nim-image-pull',
  ]);

  await wizard.page.unrouteAll();
  await wizard.openAtNim();
  // Another tab may be at work for a while.
  await expect(wizard.text(TITLE)).toHaveCount(0);

  await context.clock.setSystemTime(Date.now() + 5 * 60 * 1000);
  await wizard.openAtNim();
  await expect(wizard.text(TITLE)).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('left-overs');
  await wizard.press('Remove them');
  await expect(wizard.text(/That key then has to be entered again/)).toBeVisible();
  await wizard.expectAccessible();
  await wizard.press('Remove them');
  await expect(wizard.text('What the earlier deployment left behind was removed')).toBeVisible();
  await wizard.expectAccessible();
  expect(stack.objects()).toEqual(before);

  await wizard.enterVerifiedKey(keys.valid);
  await wizard.chooseLlama();
  await wizard.goToReview();
  await wizard.deploy();
  await wizard.openAtNim();
  await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
  await expect(wizard.text(TITLE)).toHaveCount(0);
});

test('of what may have been a deployment, only the runtime is offered for removal; key and volume stay', async ({
  wizard,
  stack,
  context,
  recording,
  keys,
}) => {
  const before = stack.objects();
  await wizard.openAtReview(keys.valid);
  await closeAt(createsService, { wizard, recording });
  await wizard.page.unrouteAll();

  await context.clock.setSystemTime(Date.now() + 5 * 60 * 1000);
  await wizard.openAtNim();
  await expect(
    wizard.text('The serving runtime "my-llama" was created for it, and no deployment uses it.'),
  ).toBeVisible();
  // Nothing is lost with it, and nothing is asked.
  await wizard.press('Remove it');
  await expect(wizard.text('What the earlier deployment left behind was removed')).toBeVisible();
  await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
  expect(newObjects(before, stack.objects()).map(titleOf)).toEqual([
    'PersistentVolumeClaim nim-demo/nim-my-llama',
    'Secret nim-demo/nim-api-key',
    'Secret nim-demo/nim-image-pull',
  ]);
});
