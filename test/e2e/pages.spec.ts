import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { expect, test } from './wizard-test.ts';

const WIDTHS = [1280, 800];
/** The wizard scrolls inside the page: this is high enough for its longest page. */
const HEIGHT = 1600;

/** Each theme is checked by axe in one of the two widths: colours depend on the one, layout on the other. */
const themes = [
  { theme: 'light', checkedWidth: 800 },
  { theme: 'dark', checkedWidth: 1280 },
] as const;

for (const { theme, checkedWidth } of themes) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });
    test.setTimeout(120_000);

    test('every page of the wizard is accessible', async ({ wizard }) => {
      const { page } = wizard;
      /** Keeps a picture of the page in both widths. */
      const show = async (name: string): Promise<void> => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: HEIGHT });
          if (width === checkedWidth) {
            await wizard.expectAccessible();
          }
          await wizard.picture(`${theme}-${name}-${width}`);
        }
      };
      await wizard.openAtNim();
      await show('1-model-details-empty');
      await wizard.enterVerifiedKey(testKeys.valid.key);
      await wizard.model.fill('llama');
      await expect(wizard.results.first()).toBeVisible();
      await show('2-model-list');
      await wizard.chooseLlama();
      await show('3-model-details');
      await wizard.next('Model deployment');
      await wizard.nameDeployment('My llama');
      await show('4-model-deployment');
      await wizard.next('Advanced settings');
      await show('5-advanced-settings');
      await wizard.next('Review');
      await show('6-review');
    });
  });
}
