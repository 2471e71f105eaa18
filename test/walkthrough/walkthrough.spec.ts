import { deployedNim } from '../e2e/deployed-nim.ts';
import { SettingsPage } from '../e2e/settings-page.ts';
import { twoDeployments } from '../e2e/settings-seeds.ts';
import { expect, test } from '../e2e/wizard-test.ts';
import { Diary } from './diary.ts';

test('a data scientist’s first deployment', async ({ wizard, page, keys }) => {
  const diary = await Diary.begin(page, 'first');
  await wizard.openProject();
  await page.getByText('Deploy model').click();
  await wizard.chooseNim();
  await wizard.enterVerifiedKey(keys.valid);
  await wizard.model.fill('llama 8b instruct');
  await diary.picture();
  await wizard.results.first().click();
  await expect(wizard.text('This key can pull this image')).toBeVisible();
  await wizard.version.scrollIntoViewIfNeeded();
  await diary.picture();
  await wizard.goToReview();
  await expect(wizard.text('No problem was found.')).toBeVisible();
  await diary.picture();
  await wizard.deploy();
  await diary.picture();
  diary.end();
});

test.describe('a month later', () => {
  test.use({ seed: { with: deployedNim } });

  test('a second deployment in the same project', async ({ wizard, page }) => {
    const diary = await Diary.begin(page, 'second');
    await wizard.openProject();
    await page.getByText('Deploy model').click();
    await wizard.chooseNim();
    await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
    await diary.picture();
    await wizard.chooseModel('Mistral-7B-Instruct-v0.3');
    await wizard.goToReview('My mistral');
    await wizard.deploy('My mistral');
    await diary.picture();
    diary.end();
  });
});

test.describe('with two deployments that use the project’s key', () => {
  test.use({ user: 'pat', seed: { with: twoDeployments } });

  test('an administrator of the project replaces it', async ({ wizard, page, keys }) => {
    const diary = await Diary.begin(page, 'replace');
    const settings = new SettingsPage(wizard);
    await settings.open();
    await diary.picture();
    await settings.replaceWith(keys.otherValid);
    await diary.picture();
    await page
      .getByRole('button', { name: /^Restart/ })
      .first()
      .click();
    await diary.picture();
    diary.end();
  });
});

test.describe('without permission', () => {
  test.use({ user: 'vic' });

  test('somebody who only looks at the project tries to deploy', async ({ wizard, page }) => {
    const diary = await Diary.begin(page, 'viewer');
    await wizard.openAtNim();
    await expect(wizard.text('You cannot add a key to this project')).toBeVisible();
    await diary.picture();
    diary.end();
  });
});

test.describe('without internet', () => {
  test.use({ nimConfig: { disconnected: { disableKeyCollection: true } } });

  test('a deployment from a mirror', async ({ wizard, page, stack }) => {
    const diary = await Diary.begin(page, 'disconnected');
    stack.nvidia.goDown();
    await wizard.openProject();
    await page.getByText('Deploy model').click();
    await wizard.chooseNim();
    await expect(wizard.text('No NVIDIA API key is needed')).toBeVisible();
    await wizard.chooseLlama();
    await diary.picture();
    await wizard.goToReview();
    await wizard.deploy();
    diary.end();
  });
});

test.describe('on a high window', () => {
  test.use({ viewport: { width: 1280, height: 1560 } });

  test('the picture in the README', async ({ wizard, page, keys }) => {
    await wizard.openAtNim();
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.chooseLlama();
    await expect(wizard.text('This key can pull this image')).toBeVisible();
    await page.screenshot({ path: 'docs/wizard.png', animations: 'disabled' });
  });
});
