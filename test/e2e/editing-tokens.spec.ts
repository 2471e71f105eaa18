import type { InferenceService, KubernetesObject } from '../../src/cluster/kubernetes.ts';
import type { JsonObject } from '../embedded/cluster/json.ts';
import { deployedNim } from './deployed-nim.ts';
import { expectedTokenObjects } from './expected-objects.ts';
import { comparable, find, newObjects, titleOf } from './in-cluster.ts';
import { refuseUpdates } from './refuse-updates.ts';
import type { Stack } from './stack.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

// Only an administrator of the project may give a token its role.
test.use({ user: 'pat', seed: { with: deployedNim } });

const SECRETS = '/api/k8s/api/v1/namespaces/nim-demo/secrets';

const openTokens = async (wizard: WizardPage): Promise<void> => {
  await wizard.press('Edit My llama');
  await wizard.heading('Edit model deployment').waitFor();
  await wizard.model.waitFor();
  await wizard.next('Model deployment');
  await wizard.next('Advanced settings');
};

const update = async (wizard: WizardPage): Promise<void> => {
  await wizard.next('Review');
  await wizard.press('Update deployment');
  await wizard.page.waitForURL('**/projects/nim-demo');
};

const required = (wizard: WizardPage) => wizard.page.getByLabel('Require token authentication');

const nameOf = (wizard: WizardPage) => wizard.page.getByLabel('Service account name');

/** Switches token authentication on, with a token that is called as the dashboard suggests. */
const switchOn = async (wizard: WizardPage): Promise<void> => {
  await wizard.openProject();
  await openTokens(wizard);
  await required(wizard).check();
  await update(wizard);
};

const serviceIn = (stack: Stack): InferenceService =>
  find(stack.objects(), 'InferenceService', 'my-llama') as InferenceService;

const isProtected = (stack: Stack): boolean =>
  serviceIn(stack).metadata.annotations?.['security.opendatahub.io/enable-auth'] === 'true';

const tokenSecrets = (stack: Stack): KubernetesObject[] =>
  stack.objects().filter((object) => 'type' in object && object.type === TOKEN);

const TOKEN = 'kubernetes.io/service-account-token';

const displayNameOf = ({ metadata }: KubernetesObject): string | undefined =>
  metadata.annotations?.['openshift.io/display-name'];

/** The token itself, and the account's id, are Kubernetes' to write. */
const withoutToken = (object: KubernetesObject): JsonObject => {
  const { data: _data, metadata, ...rest } = comparable(object);
  const { annotations, ...others } = metadata as { annotations?: Record<string, string> };
  const { 'kubernetes.io/service-account.uid': _uid, ...kept } = annotations ?? {};
  return { ...rest, metadata: { ...others, ...(annotations ? { annotations: kept } : {}) } };
};

test('switched on, are made with everything they need, which goes with the deployment', async ({
  wizard,
  stack,
}) => {
  const before = stack.objects();
  await switchOn(wizard);
  expect(isProtected(stack)).toBe(true);
  const made = newObjects(before, stack.objects());
  expect(made.map(withoutToken)).toEqual(expectedTokenObjects);
  const owner = serviceIn(stack).metadata.uid;
  expect(made.map(({ metadata }) => metadata.ownerReferences?.map(({ uid }) => uid))).toEqual(
    made.map(() => [owner]),
  );

  await wizard.press('Delete My llama');
  await wizard.press('Delete deployed model');
  await expect(wizard.text('No model is deployed in this project.')).toBeVisible();
  expect(newObjects(before, stack.objects()).map(titleOf)).toEqual([]);
});

test('can be added, renamed and removed, and switched off again', async ({ wizard, stack }) => {
  await switchOn(wizard);
  const [first] = tokenSecrets(stack);

  await openTokens(wizard);
  await expect(nameOf(wizard)).toHaveValue('default-name');
  await nameOf(wizard).fill('Laptop');
  await wizard.press('Add a service account');
  await nameOf(wizard).last().fill('Build');
  await wizard.expectAccessible();
  await wizard.picture('editing-tokens');
  await update(wizard);
  expect(tokenSecrets(stack).map(displayNameOf).toSorted()).toEqual(['Build', 'Laptop']);
  const renamed = tokenSecrets(stack).find((one) => displayNameOf(one) === 'Laptop');
  expect(renamed?.metadata.uid).toBe(first?.metadata.uid);

  await openTokens(wizard);
  await wizard.button('Remove service account Laptop').click();
  await update(wizard);
  expect(tokenSecrets(stack).map(displayNameOf)).toEqual(['Build']);
  expect(isProtected(stack)).toBe(true);

  await openTokens(wizard);
  await required(wizard).uncheck();
  await update(wizard);
  expect(tokenSecrets(stack)).toEqual([]);
  expect(isProtected(stack)).toBe(false);
});

test('left alone, are not written', async ({ wizard, stack, recording }) => {
  await switchOn(wizard);
  const before = tokenSecrets(stack);
  await recording.settle();
  const asked = recording.requests.length;
  await openTokens(wizard);
  await update(wizard);
  await recording.settle();
  const writes = recording.requests.slice(asked).filter((one) => /^(POST|PATCH|DELETE) /.test(one));
  expect(writes.filter((one) => !one.includes('selfsubject'))).toEqual([]);
  expect(tokenSecrets(stack)).toEqual(before);
});

test('are there once when the answer to their creation is lost', async ({
  wizard,
  stack,
  page,
}) => {
  await page.route(`**${SECRETS}`, async (route) => {
    if (route.request().method() === 'POST') {
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });
  await switchOn(wizard);
  expect(tokenSecrets(stack).map(displayNameOf)).toEqual(['default-name']);
  expect(isProtected(stack)).toBe(true);
});

test('are gone again when the deployment cannot be updated', async ({ wizard, stack, page }) => {
  const before = stack.objects();
  await refuseUpdates(page, 'not on Mondays');
  await wizard.openProject();
  await openTokens(wizard);
  await required(wizard).check();
  await wizard.next('Review');
  await wizard.press('Update deployment');
  await expect(
    wizard.text(/^Nothing was changed\. .*not on Mondays.* Removed again: .*the service account/),
  ).toBeVisible();
  expect(stack.objects()).toEqual(before);
});
