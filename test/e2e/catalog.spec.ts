import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { catalogOf, modelEntry } from './seeds.ts';
import { expect, test } from './wizard-test.ts';

const SHIPPED = { kind: 'ConfigMap', name: 'nim-models-data' };
const READER = { kind: 'RoleBinding', name: 'nim-models-data-reader' };

/** One of the plugin's own manifests, as an administrator installs it. */
const installed = ({ kind, name }: { kind: string; name: string }): KubernetesObject => {
  const found = loadManifests().find(
    (object) => object.kind === kind && object.metadata.name === name,
  );
  if (!found) {
    throw new Error(`manifests/base has no ${kind} ${name}.`);
  }
  return { ...found, metadata: { ...found.metadata, namespace: 'opendatahub' } };
};

for (const [width, height] of [
  [1280, 900],
  [800, 600],
] as const) {
  test(`shows what a search has found at ${width} by ${height} pixels`, async ({
    wizard,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await wizard.openAtNim();
    await wizard.model.fill('llama 8b instruct');
    await expect(wizard.text('8 of 186 models')).toBeVisible();
    await expect(wizard.text('8 of 186 models')).toBeInViewport();
  });
}

test('has a usable list of models with three requests, however long others take', async ({
  wizard,
  recording,
}) => {
  await wizard.open();
  await wizard.page.waitForLoadState('networkidle');
  const before = recording.requests.length;
  let count = 0;
  // What is asked of the dashboard: the plugin's own code is beside that, and kept by the browser.
  await wizard.page.route('**/api/**', async (route) => {
    count += 1;
    // The fourth and all after it are never answered.
    await (count <= 3 ? route.continue() : new Promise(() => undefined));
  });
  await wizard.chooseNim();
  await wizard.page.getByPlaceholder('Search 186 models').waitFor();
  await wizard.chooseLlama();
  const asked = recording.requests.slice(before).filter((request) => request.includes(' /api/'));
  expect(asked.slice(0, 3)).toEqual([
    'GET /api/status',
    'GET /api/config',
    'GET /api/k8s/api/v1/namespaces/opendatahub/configmaps/nim-models-data',
  ]);
});

test('is searched by keyboard alone', async ({ wizard }) => {
  await wizard.openAtNim();
  await wizard.model.focus();
  await wizard.page.keyboard.type('llama 3.1 8b instruct');
  await wizard.page.keyboard.press('ArrowDown');
  await wizard.page.keyboard.press('Enter');
  await expect(wizard.model).toHaveValue('Llama-3.1-8B-Instruct');
  await expect(wizard.version).toHaveValue('1.15.5');
  await wizard.expectAccessible();
});

test('keeps what was searched and filtered for while another page is shown', async ({
  wizard,
  keys,
}) => {
  await wizard.openAtNim();
  await wizard.enterVerifiedKey(keys.valid);
  await wizard.filterModels('Kind', /^Chat /);
  await wizard.model.fill('nemotrn nano');
  await expect(wizard.text(/^\d of 186 models$/)).toBeVisible();
  const found = await wizard.results.allInnerTexts();
  await wizard.picture('models-found');
  await wizard.expectAccessible();
  await wizard.results.first().click();
  await wizard.next('Model deployment');
  await wizard.back();
  await wizard.model.click();
  await expect(wizard.model).toHaveValue('nemotrn nano');
  expect(await wizard.results.allInnerTexts()).toEqual(found);
  await wizard.press('Clear all filters');
  await expect(wizard.results).not.toHaveCount(found.length);
});

test('warns of a model that is restricted in the EU, and of a tag that moves', async ({
  wizard,
}) => {
  await wizard.openAtNim();
  await wizard.chooseModel('Llama-3.2-11B-Vision-Instruct');
  await expect(
    wizard.text('NVIDIA does not offer this model in the European Union.'),
  ).toBeVisible();
  await wizard.version.selectOption('latest');
  await expect(wizard.text('This tag moves')).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('model-restricted');
});

test.describe('a catalog with broken entries', () => {
  test.use({
    seed: {
      without: [SHIPPED],
      with: [
        catalogOf({
          'no-json': '{ "name": ',
          'no-tags': JSON.stringify({ ...modelEntry('no-tags'), tags: [] }),
          sound: JSON.stringify(modelEntry('sound')),
        }),
      ],
    },
  });

  test('counts and names them, and lets the others be chosen', async ({ wizard, keys }) => {
    await wizard.openAtNim();
    await expect(wizard.page.getByPlaceholder('Search 1 model')).toBeVisible();
    await expect(wizard.text('2 models could not be read')).toBeVisible();
    await wizard.press('Show which');
    await expect(wizard.text(/^no-json: is not valid JSON/)).toBeVisible();
    await expect(wizard.text('no-tags: "tags" has no version')).toBeVisible();
    await wizard.expectAccessible();
    await wizard.picture('catalog-broken');
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.chooseModel('Model sound');
    await expect(wizard.button('Next')).toBeEnabled();
  });
});

test.describe('a catalog that is not there', () => {
  test.use({ seed: { without: [SHIPPED] } });

  test('says what to do, and is there once it was installed and one tries again', async ({
    wizard,
    stack,
  }) => {
    await wizard.open();
    await wizard.chooseNim();
    await expect(
      wizard.text(
        'There is no model catalog: the ConfigMap nim-models-data is not in the namespace opendatahub. Ask an administrator to install it.',
      ),
    ).toBeVisible();
    await expect(wizard.button('Next')).toBeDisabled();
    await wizard.expectAccessible();
    await wizard.picture('catalog-missing');
    await stack.create(installed(SHIPPED));
    await wizard.press('Try again');
    await expect(wizard.page.getByPlaceholder('Search 186 models')).toBeVisible();
  });
});

test.describe('a catalog that not everybody may read', () => {
  test.use({ seed: { without: [READER] } });

  test('says what to do, and is there once it was granted and one tries again', async ({
    wizard,
    stack,
  }) => {
    await wizard.open();
    await wizard.chooseNim();
    await expect(
      wizard.text(
        'You may not read the model catalog (ConfigMap nim-models-data in opendatahub). Ask an administrator to grant all users read access to it, or to check its name.',
      ),
    ).toBeVisible();
    await wizard.expectAccessible();
    await wizard.picture('catalog-forbidden');
    await stack.create(installed(READER));
    await wizard.press('Try again');
    await expect(wizard.page.getByPlaceholder('Search 186 models')).toBeVisible();
  });
});
