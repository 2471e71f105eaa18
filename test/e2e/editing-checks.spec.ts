import type { InferenceService, KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { deployedNim } from './deployed-nim.ts';
import { comparable, find } from './in-cluster.ts';
import type { Keys } from './random-keys.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

const CHECK = 'POST /nim-wizard/api/v1/keys/check-pull';

const edit = async (wizard: WizardPage): Promise<void> => {
  await wizard.openProject();
  await wizard.press('Edit My llama');
  await wizard.heading('Edit model deployment').waitFor();
  await wizard.model.waitFor();
};

const addVariable = async (wizard: WizardPage, name: string): Promise<void> => {
  await wizard.page.getByLabel('Add custom runtime environment variables').check();
  await wizard.press('Add variable');
  await wizard.page
    .getByLabel(/^Name of variable/)
    .last()
    .fill(name);
  await wizard.page
    .getByLabel(/^Value of variable/)
    .last()
    .fill('/lib');
};

/** All that it asks for is in use already, by itself. */
const fullQuota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'compute', namespace: 'nim-demo' },
  spec: { hard: { 'requests.nvidia.com/gpu': '1' } },
  status: {
    hard: { 'requests.nvidia.com/gpu': '1' },
    used: { 'requests.nvidia.com/gpu': '1' },
  },
} as KubernetesObject;

test.describe('an update', () => {
  test.use({ seed: { with: (keys: Keys) => [...deployedNim(keys), fullQuota] } });

  test('that cannot work is refused before anything is written, and goes on when it is put right', async ({
    wizard,
    stack,
    recording,
  }) => {
    const before = stack.objects();
    await edit(wizard);
    await wizard.next('Model deployment');
    await wizard.page.getByLabel('Replica count', { exact: true }).fill('2');
    await wizard.next('Advanced settings');
    await addVariable(wizard, 'PYTHONPATH');
    await wizard.next('Review');
    const found = [
      'The environment variable PYTHONPATH cannot be set.',
      "The project's quota does not allow so much of requests.nvidia.com/gpu.",
    ];
    for (const title of found) {
      await expect(wizard.text(title)).toBeVisible();
    }
    await wizard.button('Check again').scrollIntoViewIfNeeded();
    await wizard.expectAccessible();
    await wizard.picture('editing-checks');
    await recording.settle();
    const asked = recording.requests.length;
    await wizard.press('Update deployment');
    const error = wizard.page.getByTestId('error-message-alert');
    for (const title of found) {
      await expect(error).toContainText(title);
    }
    await recording.settle();
    expect(recording.requests.slice(asked).filter((one) => one.startsWith('PUT '))).toEqual([]);
    expect(stack.objects()).toEqual(before);

    await wizard.back();
    await wizard.press('Remove variable 1');
    await wizard.back();
    await wizard.page.getByLabel('Replica count', { exact: true }).fill('1');
    await wizard.next('Advanced settings');
    await wizard.next('Review');
    await expect(wizard.text('No problem was found.')).toBeVisible();
    await wizard.press('Update deployment');
    await wizard.page.waitForURL('**/projects/nim-demo');
  });
});

/** KServe would have refused it; a deployment that is older than that rule has it all the same. */
const withRefusedVariable = (keys: Keys): KubernetesObject[] =>
  deployedNim(keys).map((object) => {
    if (object.kind !== 'InferenceService') {
      return object;
    }
    const { predictor } = (object as InferenceService).spec;
    const model = { ...predictor.model, env: [{ name: 'PYTHONPATH', value: '/lib' }] };
    return { ...object, spec: { predictor: { ...predictor, model } } } as KubernetesObject;
  });

test.describe('what was wrong before', () => {
  test.use({ seed: { with: withRefusedVariable } });

  test('is said, and does not keep anybody from changing something else', async ({
    wizard,
    stack,
  }) => {
    await edit(wizard);
    await wizard.next('Model deployment');
    await wizard.page.getByLabel('Replica count', { exact: true }).fill('2');
    await wizard.next('Advanced settings');
    await wizard.next('Review');
    await expect(wizard.text(/It was so before this change\./)).toBeVisible();
    await wizard.press('Update deployment');
    await wizard.page.waitForURL('**/projects/nim-demo');
    const service = find(stack.objects(), 'InferenceService', 'my-llama') as InferenceService;
    expect(service.spec.predictor.minReplicas).toBe(2);
  });
});

/** The project's key is one that NVIDIA knows and that may not pull. */
const withKeyThatMayNotPull = ({ otherValid }: Keys): KubernetesObject[] =>
  deployedNim({ valid: testKeys.notEntitled.key, otherValid });

test.describe('another version', () => {
  test.use({ seed: { with: withKeyThatMayNotPull } });

  test('that the key may not pull is warned about at the model and on the review, and can be chosen', async ({
    wizard,
    stack,
    recording,
  }) => {
    recording.guard(testKeys.notEntitled.key);
    await edit(wizard);
    await expect(wizard.version).toHaveValue('1.15.5');
    await recording.settle();
    expect(recording.requests).not.toContain(CHECK);
    await wizard.version.selectOption('1.8.5');
    await expect(wizard.text('This key is not allowed to pull this image')).toBeVisible();
    await wizard.expectAccessible();
    await wizard.next('Model deployment');
    await wizard.next('Advanced settings');
    await wizard.next('Review');
    expect(await wizard.review()).toMatchObject({
      'Image pull': 'This key is not allowed to pull this image',
      Checks: expect.stringContaining('This key is not allowed to pull this image.'),
    });
    await wizard.press('Update deployment');
    await wizard.page.waitForURL('**/projects/nim-demo');
    expect(comparable(find(stack.objects(), 'ServingRuntime', 'my-llama'))).toMatchObject({
      spec: { containers: [{ image: 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.5' }] },
    });
  });
});

/** Its Secrets are those of a key for this deployment alone. */
const withItsOwnKey = (keys: Keys): KubernetesObject[] =>
  JSON.parse(
    JSON.stringify(deployedNim(keys))
      .replaceAll('"nim-api-key"', '"nim-api-key-my-llama"')
      .replaceAll('"nim-image-pull"', '"nim-image-pull-my-llama"'),
  ) as KubernetesObject[];

test.describe('another version of a deployment with a key of its own', () => {
  test.use({ seed: { with: withItsOwnKey } });

  test('is not asked about: nobody here can say which key that is', async ({
    wizard,
    recording,
  }) => {
    await edit(wizard);
    await wizard.version.selectOption('1.8.5');
    await expect(wizard.text(/^The deployment restarts with this version/)).toBeVisible();
    await wizard.next('Model deployment');
    await wizard.next('Advanced settings');
    await wizard.next('Review');
    await recording.settle();
    expect(recording.requests).not.toContain(CHECK);
    expect(await wizard.review()).not.toHaveProperty('Image pull');
  });
});
