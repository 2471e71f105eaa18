import { catalogOf, modelEntry } from './seeds.ts';
import { expect, test } from './wizard-test.ts';

const SHIPPED = { kind: 'ConfigMap', name: 'nim-models-data' };

const generated = catalogOf({
  large: JSON.stringify({
    ...modelEntry('large'),
    profiles: [{ profileId: 'a', tensorParallelSize: 1, minVramPerDeviceGb: 24 }],
  }),
});

test.describe('a hardware profile that is chosen after the model', () => {
  test.use({ seed: { without: [SHIPPED], with: [generated] } });

  test('is said to be too small on its page and on the review, and can be kept', async ({
    wizard,
    keys,
  }) => {
    const advice = wizard.page.getByRole('status');
    const tooFew = advice.filter({ hasText: 'The model needs a GPU.' });
    await wizard.openAtNim();
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.chooseModel('Model large');
    await wizard.next('Model deployment');
    await wizard.nameDeployment('My llama');

    await wizard.chooseProfile('Small, CPU only');
    await expect(tooFew).toContainText('the hardware profile gives it none');
    await wizard.expectAccessible();
    await tooFew.scrollIntoViewIfNeeded();
    await wizard.picture('hardware-too-small');

    await wizard.chooseProfile('NVIDIA GPU');
    await expect(tooFew).toHaveCount(0);
    await expect(
      advice.filter({ hasText: 'The model needs a GPU with 24 GB of memory or more.' }),
    ).toBeVisible();

    await wizard.chooseProfile('Small, CPU only');
    await wizard.next('Advanced settings');
    await wizard.next('Review');
    await expect(wizard.text('The model needs a GPU.')).toBeVisible();
    await wizard.deploy();
  });
});
