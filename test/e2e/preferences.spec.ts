import type { Locator } from '@playwright/test';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

/** 1280 x 1024 pixels, magnified four times. */
const MAGNIFIED = { width: 320, height: 256 };

/** Nothing of the page is to the right of its window: nobody reads a line by scrolling to and fro. */
const expectNoSideways = async ({ page }: WizardPage): Promise<void> => {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
};

test('at 400 % zoom a model is found, chosen and deployed', async ({ wizard, keys }) => {
  await wizard.page.setViewportSize(MAGNIFIED);
  await wizard.openAtNim();
  await wizard.enterVerifiedKey(keys.valid);
  await wizard.model.fill('llama 3.1 8b');
  await expect(wizard.results.first()).toBeVisible();
  await expectNoSideways(wizard);
  await wizard.picture('magnified-model-list');
  await wizard.chooseLlama();
  await expectNoSideways(wizard);
  await wizard.next('Model deployment');
  await wizard.nameDeployment('My llama');
  await expectNoSideways(wizard);
  await wizard.next('Advanced settings');
  await wizard.next('Review');
  await expect(wizard.text('No problem was found.')).toBeVisible();
  await expectNoSideways(wizard);
  await wizard.picture('magnified-review');
  await wizard.deploy();
});

test.describe('who wants less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('sees nothing move on and on, also while it loads', async ({ wizard, page }) => {
    await page.route('**/configmaps/nim-models-data', async (route) => {
      await expect(page.locator('.pf-v6-c-skeleton').first()).toBeVisible();
      expect(await movingThings(wizard)).toEqual([]);
      await route.continue();
    });
    await wizard.openAtNim();
    await expect(wizard.results.first()).toBeVisible();
    expect(await movingThings(wizard)).toEqual([]);
  });
});

/** Animations that run on and on; PatternFly's skeletons then fade in place, and the name of that says so. */
const movingThings = ({ page }: WizardPage): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .flatMap((animation) => (animation instanceof CSSAnimation ? animation.animationName : []))
      .filter((name) => !name.endsWith('-reduced-motion')),
  );

const backgroundOf = (element: Locator): Promise<string> =>
  element.evaluate((node) => getComputedStyle(node).backgroundColor);

test.describe('who has colors of their own', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('sees what was found, the row that the arrow keys stand on', async ({ wizard, keys }) => {
    await wizard.openAtNim();
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.model.fill('llama 8b');
    await wizard.page.keyboard.press('ArrowDown');
    const row = wizard.results.first();
    await expect(row.locator('mark').first()).toBeVisible();
    const [marked, plain] = await Promise.all([
      backgroundOf(row.locator('mark').first()),
      backgroundOf(wizard.page.locator('body')),
    ]);
    expect(marked).not.toBe(plain);
    await expect(row.locator('xpath=ancestor::li')).toHaveCSS('outline-style', 'solid');
    await wizard.expectAccessible();
    await wizard.picture('forced-colors-model-list');
  });
});
