import type { Page } from '@playwright/test';
import { chromiumLaunch } from '../chromium.ts';
import { holdInMemory } from './careless-page.ts';
import { takeHeapSnapshot } from './heap-snapshot.ts';
import { keySearch } from './key-search.ts';
import { randomKeys } from './random-keys.ts';
import { deployedNim } from './deployed-nim.ts';
import { SettingsPage } from './settings-page.ts';
import { createAll } from './stored-key.ts';
import { valuesOfInputs } from './values-of-inputs.ts';
import { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

// By itself V8 writes down only the beginning of a long text.
const WHOLE_TEXTS = '--js-flags=--heap-snapshot-string-limit=100000000';

test.use({
  launchOptions: { ...chromiumLaunch, args: [...chromiumLaunch.args, WHOLE_TEXTS] },
});
test.setTimeout(240_000);

/** What holds a key of the test in a page's memory, and in inputs that are no longer in the page. */
const holdersOfKeys = async (page: Page, keys: string[]): Promise<string[]> => {
  const search = keySearch(keys);
  const isKey = (text: string): boolean => search(text).length > 0;
  const session = await page.context().newCDPSession(page);
  const inputs = (await valuesOfInputs(session)).filter(isKey).map(() => 'the value of an input');
  const ways = (await takeHeapSnapshot(session)).waysTo(isKey);
  await session.detach();
  return [...inputs, ...ways];
};

/** Expects the key to be found, so that a search that finds nothing later is known to work. */
const expectHeld = async (page: Page, keys: string[]): Promise<void> => {
  expect(await holdersOfKeys(page, keys), 'what holds the key').not.toEqual([]);
};

/** Expects that nothing holds a key any more. React lets go of the last page with the next effects. */
const expectForgotten = async (page: Page, keys: string[]): Promise<void> => {
  await expect(async () => {
    expect(await holdersOfKeys(page, keys), 'what holds the key').toEqual([]);
  }).toPass({ timeout: 60_000 });
};

for (const [form, way] of [
  ['a closure', /Map.*\.left → \(string\)$/],
  ['a long text', /\.left → \(string\)$/],
  ['an input outside the page', /^the value of an input$/],
] as const) {
  test(`the search of the page’s memory finds a key in ${form}, and says how it is held`, async ({
    wizard,
  }) => {
    // Not one of the test's own keys, as in the search of everything else.
    const left = randomKeys('held by a careless page').valid;
    await wizard.openProjects();
    expect(await holdersOfKeys(wizard.page, [left])).toEqual([]);
    await wizard.page.evaluate(holdInMemory, { form, text: left });
    expect(await holdersOfKeys(wizard.page, [left])).toContainEqual(expect.stringMatching(way));
  });
}

test.describe('the page’s memory holds no key', () => {
  test('after the deployment', async ({ wizard, keys }) => {
    await wizard.openAtReview(keys.valid);
    await expectHeld(wizard.page, [keys.valid]);
    await wizard.deploy();
    await expectForgotten(wizard.page, [keys.valid]);
  });

  test('after the wizard was cancelled', async ({ wizard, keys }) => {
    await wizard.openAtNim();
    await wizard.enterVerifiedKey(keys.valid);
    await expectHeld(wizard.page, [keys.valid]);
    await wizard.press('Cancel');
    await wizard.press('Discard');
    await expectForgotten(wizard.page, [keys.valid]);
  });

  test('that was typed and never used', async ({ wizard, keys }) => {
    await wizard.openAtNim();
    await wizard.typeKey(keys.valid);
    await expectHeld(wizard.page, [keys.valid]);
    await wizard.press('Cancel');
    await wizard.press('Discard');
    await expectForgotten(wizard.page, [keys.valid]);
  });

  test('that NVIDIA could not be asked about', async ({ wizard, stack, keys }) => {
    stack.nvidia.goDown();
    await wizard.openAtNim();
    await wizard.verify(keys.valid);
    await expect(wizard.text('NVIDIA could not be reached')).toBeVisible();
    await expectHeld(wizard.page, [keys.valid]);
    await wizard.press('Cancel');
    await wizard.press('Discard');
    await expectForgotten(wizard.page, [keys.valid]);
  });

  test('that was replaced by another one', async ({ wizard, keys }) => {
    await wizard.openAtNim();
    await wizard.verify(keys.otherValid);
    await expect(wizard.text('Verified: NVIDIA knows the key')).toBeVisible();
    await expectHeld(wizard.page, [keys.otherValid]);
    await wizard.press('Change key');
    await expectForgotten(wizard.page, [keys.otherValid]);
  });

  test('after somebody else signed in', async ({ wizard, recording, keys }) => {
    await wizard.openAtNim();
    await wizard.enterVerifiedKey(keys.valid);
    await expectHeld(wizard.page, [keys.valid]);
    await recording.settle();
    await wizard.press('User: ada');
    await wizard.page.getByRole('menuitem', { name: 'pat' }).click();
    await wizard.button('User: pat').waitFor();
    await expectForgotten(wizard.page, [keys.valid]);
  });

  for (const way of ['Cancel', 'Replace key'] as const) {
    test(`that was entered in the project’s settings, after "${way}"`, async ({
      wizard,
      stack,
      keys,
    }) => {
      await createAll(stack, deployedNim(keys).slice(0, 2));
      const settings = new SettingsPage(wizard);
      await settings.open();
      await wizard.press('Replace');
      await settings.enter(keys.otherValid);
      await expectHeld(wizard.page, [keys.otherValid]);
      await wizard.press(way);
      await expect(settings.dialog).toHaveCount(0);
      await expectForgotten(wizard.page, [keys.otherValid]);
    });
  }

  test.describe('of a project', () => {
    test.use({ user: 'admin' });

    test('after another project was chosen', async ({ wizard, keys }) => {
      await wizard.openOutsideProjects();
      await wizard.chooseProject('NIM demo');
      await wizard.next('Model details');
      await wizard.chooseNim();
      await wizard.enterVerifiedKey(keys.valid);
      await expectHeld(wizard.page, [keys.valid]);
      await wizard.back();
      await wizard.chooseProject('Fraud detection');
      await wizard.next('Model details');
      await expectForgotten(wizard.page, [keys.valid]);
    });
  });
});

test('a key in one tab is not in another, which does not take it away either', async ({
  wizard,
  context,
  stack,
  recording,
  keys,
}) => {
  const page = await context.newPage();
  const other = new WizardPage(page, stack.url, recording);
  await other.openAtNim();
  await wizard.openFilledIn(keys.valid);
  await expect(other.key).toHaveValue('');
  await other.chooseLlama();
  await expect(other.button('Next')).toBeDisabled();
  await expectHeld(wizard.page, [keys.valid]);
  expect(await holdersOfKeys(page, [keys.valid])).toEqual([]);
  await other.press('Cancel');
  await other.press('Discard');
  await wizard.page.bringToFront();
  await wizard.goToReview();
  await wizard.deploy();
});
