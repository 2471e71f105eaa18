import { deployedNim } from './deployed-nim.ts';
import { keySearch } from './key-search.ts';
import type { Keys } from './random-keys.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

const WIDTHS = [1280, 800];
/** The wizard scrolls inside the page: this is high enough for its longest page. */
const HEIGHT = 1600;
/** High enough for all resources of a NIM, opened. */
const RESOURCES_HEIGHT = 4800;

/** Each theme is checked by axe in one of the two widths: colours depend on the one, layout on the other. */
const themes = [
  { theme: 'light', checkedWidth: 800 },
  { theme: 'dark', checkedWidth: 1280 },
] as const;

for (const { theme, checkedWidth } of themes) {
  /** Keeps a picture of the page in both widths, and checks one of them. */
  const show = async (wizard: WizardPage, name: string, height = HEIGHT): Promise<void> => {
    for (const width of WIDTHS) {
      await wizard.page.setViewportSize({ width, height });
      if (width === checkedWidth) {
        await wizard.expectAccessible();
      }
      await wizard.picture(`${theme}-${name}-${width}`);
    }
  };

  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });
    test.setTimeout(120_000);

    test('every page of the wizard is accessible', async ({ wizard, keys }) => {
      await wizard.openAtNim();
      await show(wizard, '1-model-details-empty');
      await wizard.enterVerifiedKey(keys.valid);
      await wizard.model.fill('llama');
      await expect(wizard.results.first()).toBeVisible();
      await show(wizard, '2-model-list');
      await wizard.chooseLlama();
      await show(wizard, '3-model-details');
      await wizard.next('Model deployment');
      await wizard.nameDeployment('My llama');
      await show(wizard, '4-model-deployment');
      await wizard.next('Advanced settings');
      await show(wizard, '5-advanced-settings');
      await wizard.next('Review');
      await show(wizard, '6-review');
    });

    test('the page that asks for the project is accessible', async ({ wizard }) => {
      await wizard.openOutsideProjects();
      await expect(wizard.button('Next')).toBeDisabled();
      await show(wizard, '0-preconfigure-empty');
      await wizard.chooseProject('NIM demo');
      await expect(wizard.button('Next')).toBeEnabled();
      await show(wizard, '0-preconfigure');
    });

    test.describe('with a NIM deployed', () => {
      test.use({
        seed: { with: deployedNim },
        // The dashboard shows all that belongs to a deployment, of Secrets the lengths of their values.
        dashboardsOwnPlaces: ['answer to GET /api/k8s/api/v1/namespaces/nim-demo/secrets'],
      });

      test('the projects, and what belongs to the NIM, are accessible', async ({
        wizard,
        keys,
      }) => {
        await wizard.openProjects();
        const project = wizard.page.getByRole('link', { name: 'NIM demo' });
        await expect(project).toBeVisible();
        await show(wizard, 'projects');

        await project.click();
        await expect(wizard.button('Edit My llama')).toBeEnabled();
        await show(wizard, 'project');
        await openResources(wizard);
        await show(wizard, 'project-resources', RESOURCES_HEIGHT);
        await expectNoKey(wizard, keys);
      });
    });
  });
}

const resources = [
  'InferenceService my-llama',
  'PersistentVolumeClaim nim-my-llama',
  'Secret nim-api-key',
  'Secret nim-image-pull',
  'ServingRuntime my-llama',
];

/** Opens all that belongs to "My llama", each as YAML. */
const openResources = async (wizard: WizardPage): Promise<void> => {
  await wizard.press('Resources of My llama');
  await expect(wizard.button('InferenceService my-llama')).toBeVisible();
  for (const resource of resources) {
    await wizard.press(resource);
    await expect(wizard.page.getByLabel(`${resource} as YAML`)).toBeVisible();
  }
};

/** The Secrets are there, by the length of their values and not by the values. */
const expectNoKey = async (wizard: WizardPage, { valid }: Keys): Promise<void> => {
  const text = await wizard.page.getByLabel('Secret nim-api-key as YAML').innerText();
  expect(text).toContain(`NGC_API_KEY: <${valid.length} bytes, not shown>`);
  expect(keySearch([valid])(await wizard.page.content())).toEqual([]);
};
