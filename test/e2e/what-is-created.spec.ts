import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { comparable, newObjects, titleOf } from './in-cluster.ts';
import { expect, test } from './wizard-test.ts';

const documentsIn = (text: string): KubernetesObject[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((document) => document !== null);

/** Secrets by all but their content, which the page does not show. */
const withoutContent = (object: KubernetesObject): unknown => {
  const { data: _data, stringData: _text, ...rest } = comparable(object);
  return rest;
};
const sorted = (objects: KubernetesObject[]): KubernetesObject[] =>
  objects.toSorted((one, other) => titleOf(one).localeCompare(titleOf(other)));

test('the review shows the YAML of what is then created, without the key', async ({
  wizard,
  stack,
  context,
  keys,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const before = stack.objects();
  await wizard.openAtReview(keys.valid);
  await wizard.press('Show YAML');
  const yaml = wizard.page.getByRole('region', { name: 'YAML of what will be created' });
  await expect(yaml).toContainText(/kind: InferenceService/);
  await wizard.look();
  await wizard.expectAccessible();
  await wizard.picture('what-will-be-created');
  const text = (await yaml.textContent()) ?? '';
  expect(text).toContain('NGC_API_KEY: <your NVIDIA API key>');
  await wizard.press('Copy');
  await expect(wizard.button('Copied')).toBeVisible();
  expect(await wizard.page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  await wizard.deploy();
  const created = newObjects(before, stack.objects());
  const described = documentsIn(text);
  expect(sorted(described).map(undated)).toEqual(sorted(created).map(undated));
  expect(described).toHaveLength(5);
});

/** A key is stored a moment after the YAML was shown. */
const undated = (object: KubernetesObject): unknown =>
  JSON.parse(JSON.stringify(withoutContent(object)).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now'));

test('what the review page needs is loaded with the review page', async ({
  wizard,
  recording,
  keys,
}) => {
  const loaded = (): string[] =>
    [...recording.scripts.keys()].map((path) => path.split('/').at(-1) ?? '');
  await wizard.openFilledIn(keys.valid);
  await recording.settle();
  expect(loaded().filter((name) => /^(review-page|preview-yaml)-/.test(name))).toEqual([]);
  await wizard.goToReview();
  await expect(wizard.button('Show YAML')).toBeVisible();
  await recording.settle();
  expect(loaded().filter((name) => /^(review-page|preview-yaml)-/.test(name))).toHaveLength(1);
});

test('a review whose part cannot be loaded can be submitted', async ({ wizard, keys }) => {
  await wizard.page.route('**/assets/review-page-*', (route) => route.abort());
  await wizard.openAtReview(keys.valid);
  await expect(wizard.text(/This could not be loaded\./)).toHaveCount(2);
  await wizard.deploy();
});
