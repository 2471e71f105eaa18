import { deployedNim } from './deployed-nim.ts';
import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { find } from './in-cluster.ts';
import { createAll, keySecretsIn } from './stored-key.ts';
import { expect, test } from './wizard-test.ts';

test('a key that somebody has changed meanwhile is not replaced', async ({
  wizard,
  stack,
  keys,
}) => {
  await createAll(stack, deployedNim(keys).slice(0, 2));
  await wizard.openAtNim();
  await wizard.keyChoice('Use another key').check();
  await wizard.enterVerifiedKey(keys.otherValid);
  await wizard.chooseLlama();
  await wizard.goToReview();
  const changed = find(stack.objects(), 'Secret', 'nim-image-pull');
  await stack.replace({
    ...changed,
    metadata: { ...changed.metadata, labels: { ...changed.metadata.labels, team: 'b' } },
  });
  const before = stack.objects();
  await wizard.press('Deploy model');
  await expect(
    wizard.text(
      'Nothing was changed. The secret "nim-image-pull" could not be updated: somebody has changed the project\'s key meanwhile.',
    ),
  ).toBeVisible();
  expect(stack.objects()).toEqual(before);
});

test('a key that somebody else gave the project meanwhile is replaced only once that is chosen', async ({
  wizard,
  stack,
  keys,
}) => {
  await wizard.openAtReview(keys.otherValid);
  await createAll(stack, deployedNim(keys).slice(0, 2));
  const before = stack.objects();
  await wizard.press('Deploy model');
  await expect(wizard.text(/exists already: the project has a key/)).toBeVisible();
  await wizard.press('Deploy model');
  await expect(wizard.text(/is another one than when you entered yours/)).toBeVisible();
  expect(stack.objects()).toEqual(before);
  for (const page of ['Advanced settings', 'Model deployment', 'Model details']) {
    await wizard.back();
    await wizard.heading(page).waitFor();
  }
  await expect(wizard.keyChoice('Use another key')).not.toBeChecked();
  await wizard.keyChoice('Use another key').check();
  await expect(
    wizard.text(`Verified: NVIDIA knows the key ending in ${keys.otherValid.slice(-4)}.`),
  ).toBeVisible();
  await wizard.goToReview();
  await wizard.deploy();
  expect(keySecretsIn(stack.objects())).toEqual([
    expectedKeySecret(keys.otherValid),
    expectedPullSecret(keys.otherValid),
  ]);
});

test('a key that is gone meanwhile is not used', async ({ wizard, stack, keys }) => {
  const secrets = deployedNim(keys).slice(0, 2);
  await createAll(stack, secrets);
  await wizard.openAtNim();
  await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
  await wizard.chooseLlama();
  await wizard.goToReview();
  for (const secret of secrets) {
    await stack.remove(secret);
  }
  const before = stack.objects();
  await wizard.press('Deploy model');
  // The checks say so if they were made after the removal, and the look at the key if before.
  await expect(
    wizard.text(/^Nothing was (created|changed)\. .*(is gone or incomplete|is not there any more)/),
  ).toBeVisible();
  expect(stack.objects()).toEqual(before);
  for (const page of ['Advanced settings', 'Model deployment', 'Model details']) {
    await wizard.back();
    await wizard.heading(page).waitFor();
  }
  await expect(wizard.button('Next')).toBeDisabled();
  await wizard.enterVerifiedKey(keys.valid);
  await expect(wizard.button('Next')).toBeEnabled();
});
