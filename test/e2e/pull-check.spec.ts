import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { expectedKeySecret } from './expected-key.ts';
import { comparable, find } from './in-cluster.ts';
import { expect, test } from './wizard-test.ts';

const VERIFY = 'POST /nim-wizard/api/v1/keys/verify';
const CHECK = 'POST /nim-wizard/api/v1/keys/check-pull';

test('warns at the model and on the review of a key that may not pull, and lets a person deploy', async ({
  wizard,
  stack,
}) => {
  await wizard.openFilledIn(testKeys.notEntitled.key);
  await expect(wizard.text('This key is not allowed to pull this image')).toBeVisible();
  await expect(wizard.text(/accept its terms/)).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('pull-not-entitled');
  await wizard.goToReview();
  expect(await wizard.review()).toMatchObject({
    'Image pull': 'This key is not allowed to pull this image',
  });
  await expect(wizard.text('This key is not allowed to pull this image.')).toBeVisible();
  await expect(wizard.text('No problem was found.')).toHaveCount(0);
  await wizard.deploy();
  expect(find(stack.objects(), 'Secret', 'nim-api-key').kind).toBe('Secret');
});

test('asks about a key, and about a key and an image, once', async ({
  wizard,
  recording,
  stack,
  keys,
}) => {
  await wizard.openFilledIn(keys.valid);
  await expect(wizard.text('This key can pull this image')).toBeVisible();
  await wizard.goToReview();
  for (const page of ['Advanced settings', 'Model deployment', 'Model details']) {
    await wizard.back();
    await wizard.heading(page).waitFor();
  }
  await wizard.version.selectOption({ index: 1 });
  await expect(wizard.text('This key can pull this image')).toBeVisible();
  await wizard.version.selectOption({ index: 0 });
  await wizard.press('Change key');
  await wizard.enterVerifiedKey(keys.valid);
  await expect(wizard.text('This key can pull this image')).toBeVisible();
  await recording.settle();
  const asked = (title: string): number =>
    recording.requests.filter((request) => request === title).length;
  expect([asked(VERIFY), asked(CHECK)]).toEqual([1, 2]);
  expect(stack.nvidia.requests().map(({ path }) => path.split('/').at(-1))).toEqual([
    'get-caller-info',
    'proxy_auth',
    '1.15.5',
    'proxy_auth',
    expect.not.stringMatching(/^1\.15\.5$/),
  ]);
});

test('ends a question about a key when it is changed, and about an image with the project', async ({
  wizard,
  keys,
}) => {
  await wizard.openAtNim();
  const verifying = wizard.page.waitForEvent('requestfailed', (request) =>
    request.url().endsWith('/keys/verify'),
  );
  await wizard.verify(testKeys.slow.key);
  await wizard.key.fill('');
  expect((await verifying).failure()?.errorText).toBe('net::ERR_ABORTED');
  await wizard.enterVerifiedKey(keys.valid);

  // Never answered: the question is still open when the wizard is left.
  await wizard.page.route('**/keys/check-pull', () => undefined);
  await wizard.chooseLlama();
  await expect(wizard.text('Checking whether the key can pull this image')).toBeVisible();
  const checking = wizard.page.waitForEvent('requestfailed', (request) =>
    request.url().endsWith('/keys/check-pull'),
  );
  await wizard.press('Cancel');
  await wizard.press('Discard');
  expect((await checking).failure()?.errorText).toBe('net::ERR_ABORTED');
});

test('goes on without verification while NVIDIA is down, and says so until the Secret', async ({
  wizard,
  stack,
  keys,
}) => {
  stack.nvidia.goDown();
  await wizard.openAtNim();
  await wizard.verify(keys.valid);
  await wizard.press('Continue without verification');
  await expect(
    wizard.text('is used without verification: nobody could tell whether NVIDIA knows it.'),
  ).toBeVisible();
  await wizard.chooseLlama();
  await expect(wizard.text('Could not tell whether the key can pull this image')).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('key-continued');
  await wizard.goToReview();
  expect(await wizard.review()).toMatchObject({
    'NVIDIA API key': `Ends in ${keys.valid.slice(-4)}, not verified: nobody could tell whether NVIDIA knows it`,
    'Image pull': 'Could not tell whether the key can pull this image',
  });
  await expect(wizard.text(/^Not checked: .*whether the key can pull the image\./)).toBeVisible();
  await wizard.deploy();
  expect(comparable(find(stack.objects(), 'Secret', 'nim-api-key'))).toEqual(
    expectedKeySecret(keys.valid, { verification: 'not-verified' }),
  );
});

test('checks again when it is asked to', async ({ wizard, stack, keys }) => {
  await wizard.openAtNim();
  await wizard.enterVerifiedKey(keys.valid);
  stack.nvidia.goDown();
  await wizard.chooseLlama();
  await expect(wizard.text("There was no connection to NVIDIA's registry.")).toBeVisible();
  stack.nvidia.comeUp();
  await wizard.press('Check again');
  await expect(wizard.text('This key can pull this image')).toBeVisible();
});

test('checks with the project’s key without its coming to the browser', async ({
  wizard,
  stack,
  recording,
  keys,
}) => {
  await wizard.openAtReview(keys.valid, 'First');
  await wizard.deploy('First');
  await recording.settle();
  const before = stack.nvidia.requests().length;
  await wizard.press('Deploy model');
  await wizard.chooseNim();
  await wizard.chooseLlama();
  await expect(wizard.text('This key can pull this image')).toBeVisible();
  expect(
    stack.nvidia
      .requests()
      .slice(before)
      .map(({ keyName }) => keyName),
  ).toEqual(['valid', 'valid']);
});
