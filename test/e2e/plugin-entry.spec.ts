import { sharedByHost } from '../../src/dashboard/shared-modules.ts';
import { bundledCopies } from '../devhost/server/bundled-copies.ts';
import { expect, test } from './wizard-test.ts';

const ENTRY = 'GET /_mf/nimWizard/remoteEntry.js';

test('requests nothing by merely being loaded', async ({ wizard, recording }) => {
  await wizard.openProjects();
  await wizard.page.waitForLoadState('networkidle');
  const withPlugin = [...recording.requests];
  expect(withPlugin.filter((request) => request.includes('/_mf/'))).toEqual([ENTRY]);

  await wizard.page.route('**/_mf/nimWizard/**', (route) => route.fulfill({ status: 404 }));
  await wizard.openProjects();
  await wizard.page.waitForLoadState('networkidle');
  const withoutPlugin = recording.requests.slice(withPlugin.length);
  expect(withPlugin.toSorted()).toEqual(withoutPlugin.toSorted());
});

test('the dashboard works without the plugin', async ({ wizard, recording }) => {
  await wizard.page.route('**/_mf/nimWizard/**', (route) => route.fulfill({ status: 404 }));
  await wizard.open();
  await wizard.page.getByRole('button', { name: /^Model location: / }).click();
  await expect(wizard.page.getByRole('option')).toHaveText(['URI']);
  expect(recording.said.filter((line) => line.startsWith('uncaught'))).toEqual([]);
  expect(recording.said.join('\n')).toContain('Failed to load module extensions for nimWizard');
});

test('there is one copy of React and of PatternFly in the page, the dashboard’s', async ({
  wizard,
  recording,
}) => {
  await wizard.openAtNim();
  await recording.settle();
  const copies = [...recording.scripts].flatMap(([path, text]) =>
    bundledCopies(text).map((name) => `${name} ${path.split('/')[1]}`),
  );
  expect(copies.toSorted()).toEqual([
    'bundles-patternfly assets',
    'bundles-react assets',
    'bundles-react-dom assets',
  ]);
  const scripts = [...recording.scripts.keys()].filter((path) => path.startsWith('/_mf/'));
  expect(scripts).toEqual(expect.arrayContaining(['/_mf/nimWizard/fields.js']));
  expect(await wizard.page.evaluate(takenFromHost)).toEqual(
    Object.fromEntries(Object.keys(sharedByHost).map((name) => [name, true])),
  );
  const sheets = recording.requests.filter((request) => request.endsWith('.css'));
  expect(sheets.filter((request) => !request.startsWith('GET /assets/'))).toEqual([]);
});

test('the list of models is loaded once the location is chosen, beside the catalog', async ({
  wizard,
  recording,
}) => {
  const loaded = (): string[] =>
    [...recording.scripts.keys()].filter((path) => path.includes('/model-choice-'));
  await wizard.open();
  await wizard.button('Model location: Select model location').waitFor();
  await recording.settle();
  expect(loaded()).toEqual([]);
  let isThereBefore = false;
  await wizard.page.route('**/configmaps/nim-models-data', async (route) => {
    await expect.poll(loaded).toHaveLength(1);
    isThereBefore = true;
    await route.continue();
  });
  await wizard.chooseNim();
  await wizard.model.waitFor();
  expect(isThereBefore).toBe(true);
});

test('a volume whose form cannot be loaded is created as the review says', async ({
  wizard,
  stack,
  keys,
}) => {
  await wizard.page.route('**/assets/new-volume-form-*', (route) => route.abort());
  await wizard.openFilledIn(keys.valid);
  await expect(wizard.text(/^The form for a new volume could not be loaded\./)).toBeVisible();
  await wizard.goToReview();
  await wizard.deploy();
  expect(stack.objects().map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toContain(
    'PersistentVolumeClaim nim-my-llama',
  );
});

/** Runs in the page: whether each module that the plugin uses is the very object that the host offers. */
const takenFromHost = (): Record<string, boolean> => {
  interface Offer {
    lib?: () => unknown;
  }
  const federation: unknown = Reflect.get(globalThis, '__FEDERATION__');
  const { __INSTANCES__: instances } = federation as {
    __INSTANCES__: { shareScopeMap: { default: Record<string, Record<string, Offer>> } }[];
  };
  const taken = Reflect.get(globalThis, Symbol.for('nimWizard.shared')) as Record<string, unknown>;
  const offers = instances[0]?.shareScopeMap.default ?? {};
  return Object.fromEntries(
    Object.entries(taken).map(([name, module]) => [
      name,
      Object.values(offers[name] ?? {}).some(({ lib }) => lib?.() === module),
    ]),
  );
};
