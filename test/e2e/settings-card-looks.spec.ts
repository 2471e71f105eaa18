import { SettingsPage } from './settings-page.ts';
import { twoDeployments } from './settings-seeds.ts';
import { expect, test } from './wizard-test.ts';

for (const { theme, width } of [
  { theme: 'light', width: 800 },
  { theme: 'dark', width: 1280 },
  { theme: 'dark', width: 800 },
] as const) {
  test.describe(`in the ${theme} theme at ${width} px`, () => {
    test.use({
      colorScheme: theme,
      viewport: { width, height: 900 },
      seed: { with: twoDeployments },
    });

    test('the card and its forms can be read', async ({ wizard, keys }) => {
      const settings = new SettingsPage(wizard);
      await settings.open();
      await expect(settings.buttons).toHaveCount(3);
      await wizard.expectAccessible();
      await wizard.picture(`settings-status-${theme}-${width}`);
      await wizard.press('Replace');
      await settings.enter(keys.otherValid);
      await wizard.expectAccessible();
      await wizard.picture(`settings-form-${theme}-${width}`);
    });
  });
}
