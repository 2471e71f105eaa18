import { SettingsPage } from './settings-page.ts';
import { twoDeployments } from './settings-seeds.ts';
import { expect, test } from './wizard-test.ts';

test.use({
  seed: { with: twoDeployments },
});

test('a key is removed once the project’s name is typed, and nothing else', async ({
  wizard,
  stack,
}) => {
  const settings = new SettingsPage(wizard);
  const before = stack.objects();
  await settings.open();
  await wizard.press('Remove');
  await expect(settings.dialog).toContainText('Chat and RAG would break');
  await expect(wizard.button('Remove key')).toBeDisabled();
  await wizard.expectAccessible();
  await wizard.picture('settings-remove');
  await wizard.page.getByLabel('Type nim-demo to confirm').fill('nim-demo');
  await wizard.press('Remove key');
  await expect(wizard.text('The NVIDIA API key was removed from this project')).toBeVisible();
  await expect(wizard.button('Add a key')).toBeVisible();
  expect(stack.objects()).toEqual(
    before.filter(({ metadata }) => !/^nim-(api-key|image-pull)$/.test(metadata.name)),
  );
});

test('a form that cannot be loaded is said on the card, which stays', async ({ wizard }) => {
  const settings = new SettingsPage(wizard);
  await settings.open();
  await wizard.page.route('**/assets/key-modal-*', (route) => route.abort());
  await wizard.press('Remove');
  await expect(
    wizard.text('A part of this page could not be loaded. Reload the page.'),
  ).toBeVisible();
  await expect(wizard.button('Remove')).toBeVisible();
});

/** 1280 x 1024 pixels, magnified four times. */
const MAGNIFIED = { width: 320, height: 256 };

test('at 400 % zoom all of the modal scrolls, and its body is not squeezed', async ({ wizard }) => {
  await wizard.page.setViewportSize(MAGNIFIED);
  const settings = new SettingsPage(wizard);
  await settings.open();
  await wizard.press('Remove');
  await wizard.page.getByLabel('Type nim-demo to confirm').fill('nim-demo');
  const [box, body] = await Promise.all(
    [settings.dialog, settings.dialog.locator('.pf-v6-c-modal-box__body')].map((part) =>
      part.evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight })),
    ),
  );
  expect(body?.clientHeight).toBe(body?.scrollHeight);
  expect(box?.scrollHeight).toBeGreaterThan(box?.clientHeight ?? 0);
  await wizard.picture('settings-remove-magnified');
  await wizard.press('Remove key');
  await expect(wizard.text('The NVIDIA API key was removed from this project')).toBeVisible();
});

test.describe('somebody who only looks at the project', () => {
  test.use({ user: 'vic' });

  test('is told who can tell, and offered nothing', async ({ wizard, stack }) => {
    const settings = new SettingsPage(wizard);
    const before = stack.objects();
    await settings.open();
    await expect(
      wizard.text('You are not allowed to see whether this project has an NVIDIA API key'),
    ).toBeVisible();
    await expect(settings.buttons).toHaveCount(0);
    await wizard.expectAccessible();
    await wizard.picture('settings-viewer');
    expect(stack.objects()).toEqual(before);
  });
});
