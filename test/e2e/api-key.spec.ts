import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { expect, test } from './wizard-test.ts';

const VERIFY = 'POST /nim-wizard/api/v1/keys/verify';

for (const rejected of [testKeys.revoked, testKeys.forbidden]) {
  test(`says that NVIDIA rejected a key (${rejected.name}), and takes another`, async ({
    wizard,
    keys,
  }) => {
    await wizard.openAtNim();
    await wizard.chooseLlama();
    await wizard.verify(rejected.key);
    await expect(wizard.text('NVIDIA rejected this key')).toBeVisible();
    await expect(wizard.button('Next')).toBeDisabled();
    await wizard.expectAccessible();
    await wizard.picture(`key-rejected-${rejected.name}`);
    await wizard.enterVerifiedKey(keys.valid);
    await expect(wizard.button('Next')).toBeEnabled();
  });
}

test('refuses a legacy key without asking anybody', async ({ wizard, stack, recording }) => {
  await wizard.openAtNim();
  await wizard.verify('bGVnYWN5a2V5b2ZhbmV4YW1wbGU6MTIzNDU2Nzg5MGFiY2RlZg');
  await expect(wizard.text('legacy NGC keys are no longer supported')).toBeVisible();
  await expect(wizard.page.getByRole('link', { name: 'Create a personal key' })).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('key-legacy');
  expect(recording.requests).not.toContain(VERIFY);
  expect(stack.nvidia.requests()).toEqual([]);
});

test('never calls a key invalid while NVIDIA is down, and verifies it afterwards', async ({
  wizard,
  stack,
  keys,
}) => {
  stack.nvidia.goDown();
  await wizard.openAtNim();
  await wizard.verify(keys.valid);
  await expect(wizard.text('NVIDIA could not be reached')).toBeVisible();
  await expect(wizard.text('This says nothing about your key. Try again.')).toBeVisible();
  await expect(wizard.text(/invalid|rejected/i)).toHaveCount(0);
  await wizard.expectAccessible();
  await wizard.picture('key-nvidia-down');
  stack.nvidia.comeUp();
  await wizard.press('Verify key');
  await expect(
    wizard.text(`Verified: NVIDIA knows the key ending in ${keys.valid.slice(-4)}.`),
  ).toBeVisible();
});

for (const unclear of [
  testKeys.rateLimited,
  testKeys.serverError,
  testKeys.html,
  testKeys.redirected,
]) {
  test(`could not tell about a key: ${unclear.name}`, async ({ wizard }) => {
    await wizard.openAtNim();
    await wizard.verify(unclear.key);
    await expect(wizard.text('This says nothing about your key. Try again.')).toBeVisible();
    await expect(wizard.button('Next')).toBeDisabled();
  });
}

test.describe('a viewer of the project', () => {
  test.use({ user: 'vic' });

  test('is told at once that they may not add a key, and types none for nothing', async ({
    wizard,
    stack,
  }) => {
    const before = stack.objects();
    await wizard.openAtNim();
    await expect(wizard.text('You cannot add a key to this project')).toBeVisible();
    await expect(wizard.key).toBeDisabled();
    await expect(wizard.button('Verify key')).toBeDisabled();
    await expect(wizard.text(/Ask an administrator of the project for it/)).toBeVisible();
    await wizard.expectAccessible();
    await wizard.picture('key-viewer');
    await wizard.chooseLlama();
    await expect(wizard.button('Next')).toBeDisabled();
    expect(stack.nvidia.requests()).toEqual([]);
    expect(stack.objects()).toEqual(before);
  });
});

test.describe('a wizard opened outside a project', () => {
  test.use({ user: 'admin' });

  test('forgets key and model when another project is chosen, and does not find them again', async ({
    wizard,
    keys,
  }) => {
    await wizard.openOutsideProjects();
    await wizard.chooseProject('NIM demo');
    await wizard.next('Model details');
    await wizard.chooseNim();
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.chooseLlama();
    await expect(wizard.button('Next')).toBeEnabled();
    for (const project of ['Fraud detection', 'NIM demo']) {
      await wizard.back();
      await wizard.chooseProject(project);
      await wizard.next('Model details');
      await expect(wizard.key).toHaveValue('');
      await expect(wizard.model).toHaveValue('');
      await expect(wizard.button('Next')).toBeDisabled();
    }
  });
});

test('says how long to wait after too many attempts', async ({ wizard, stack, keys }) => {
  await wizard.openAtNim();
  const attempt = { data: { project: 'nim-demo', key: testKeys.revoked.key } };
  const address = `${stack.url}/nim-wizard/api/v1/keys/verify`;
  const answers = [];
  for (let count = 0; count < 20; count += 1) {
    answers.push((await wizard.page.request.post(address, attempt)).status());
  }
  expect([...new Set(answers)]).toEqual([200]);
  await wizard.verify(keys.valid);
  await expect(wizard.text('Too many attempts')).toBeVisible();
  // Once to be seen, counted down, and once to be heard.
  const waits = wizard.text(/^Wait \d+ seconds, then try again\.$/);
  await expect(waits).toHaveCount(2);
  await expect(waits.first()).toBeVisible();
  await expect(wizard.button('Verify key')).toHaveAttribute('aria-disabled', 'true');
  expect(stack.nvidia.requests()).toHaveLength(20);
});

test('forgets the key when the wizard is left', async ({ wizard, stack, keys }) => {
  const before = stack.objects();
  await wizard.openAtNim();
  await wizard.enterVerifiedKey(keys.valid);
  await wizard.press('Cancel');
  await wizard.press('Discard');
  await wizard.press('Deploy model');
  await wizard.chooseNim();
  await expect(wizard.key).toHaveValue('');
  await expect(wizard.button('Verify key')).toBeEnabled();
  expect(stack.objects()).toEqual(before);
});

test('shows what was typed only when asked to', async ({ wizard, keys }) => {
  await wizard.openAtNim();
  await wizard.typeKey(keys.valid);
  await expect(wizard.key).toHaveAttribute('type', 'password');
  await wizard.press('Show the key');
  await expect(wizard.key).toHaveAttribute('type', 'text');
  await wizard.press('Hide the key');
  await expect(wizard.key).toHaveAttribute('type', 'password');
});
