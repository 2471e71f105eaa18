import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { cachedVolume, catalogOf, modelEntry, somebodysDeployment } from './seeds.ts';
import { expect, test } from './wizard-test.ts';

const namespace = 'nim-demo';

const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'storage', namespace },
  spec: { hard: { 'requests.storage': '50Gi' } },
} as KubernetesObject;

const limitRange = {
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'sizes', namespace },
  spec: { limits: [{ type: 'Container', max: { memory: '16Gi' } }] },
} as KubernetesObject;

test('a deployment with which nothing is wrong says so, and is not asked about twice', async ({
  wizard,
  recording,
  keys,
}) => {
  await wizard.openFilledIn(keys.valid);
  await recording.settle();
  const reviews = (): number =>
    recording.requests.filter((one) => one.endsWith('/selfsubjectaccessreviews')).length;
  const before = reviews();
  await wizard.goToReview();
  await expect(wizard.text('No problem was found.')).toBeVisible();
  await recording.settle();
  expect(reviews() - before).toBe(13);
  await wizard.deploy();
  expect(reviews() - before).toBe(13);
});

/** What unfinished submissions have left is looked for by their labels. */
const MARKED = '?labelSelector=nim-wizard.opendatahub.io%2Funfinished';
const OURS = '?labelSelector=nim-wizard.opendatahub.io%2Fsubmission';

test('the first page asks for nothing that only the review needs', async ({
  wizard,
  recording,
}) => {
  await wizard.open();
  await recording.settle();
  const before = recording.requests.length;
  await wizard.chooseNim();
  await wizard.model.waitFor();
  await wizard.page.getByRole('radio', { name: 'Create a new volume' }).waitFor();
  await recording.settle();
  const asked = recording.requests.slice(before).filter((one) => one.includes(' /api/'));
  expect(asked.slice(0, 3)).toEqual([
    'GET /api/status',
    'GET /api/config',
    'GET /api/k8s/api/v1/namespaces/opendatahub/configmaps/nim-models-data',
  ]);
  expect(asked.slice(3).toSorted()).toEqual([
    'GET /api/k8s/api/v1/namespaces/nim-demo/persistentvolumeclaims',
    `GET /api/k8s/api/v1/namespaces/nim-demo/persistentvolumeclaims${MARKED}`,
    'GET /api/k8s/api/v1/namespaces/nim-demo/secrets',
    `GET /api/k8s/api/v1/namespaces/nim-demo/secrets${MARKED}`,
    `GET /api/k8s/apis/serving.kserve.io/v1alpha1/namespaces/nim-demo/servingruntimes${OURS}`,
    'GET /api/k8s/apis/storage.k8s.io/v1/storageclasses',
    // Whether this person may add a key: who may not is told before they type one.
    'POST /api/k8s/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  ]);
});

test.describe('in a project with little room', () => {
  test.use({ seed: { with: [quota, limitRange, somebodysDeployment] } });

  test('says all that is wrong before anything is asked, and deploys when it is put right', async ({
    wizard,
    stack,
    recording,
    keys,
  }) => {
    const before = stack.objects();
    await wizard.openAtReview(keys.valid);
    const found = [
      'The deployment "my-llama" exists already.',
      "The project's quota does not allow so much of requests.storage.",
      'The project does not allow so much memory for one container.',
    ];
    for (const title of found) {
      await expect(wizard.text(title)).toBeVisible();
    }
    await wizard.look();
    await wizard.button('Check again').scrollIntoViewIfNeeded();
    await wizard.expectAccessible();
    await wizard.picture('checks');
    await wizard.press('Deploy model');
    const error = wizard.page.getByTestId('error-message-alert');
    for (const title of found) {
      await expect(error).toContainText(title);
    }
    expect(recording.creations()).toEqual([]);
    expect(stack.objects()).toEqual(before);

    await Promise.all([quota, limitRange, somebodysDeployment].map((one) => stack.remove(one)));
    await wizard.press('Check again');
    await expect(wizard.text('No problem was found.')).toBeVisible();
    await expect(wizard.button('Check again')).toBeFocused();
    await wizard.deploy();
  });

  test('does not refuse for what has been put right since the review', async ({
    wizard,
    stack,
    keys,
  }) => {
    await wizard.openAtReview(keys.valid);
    await expect(wizard.text('The deployment "my-llama" exists already.')).toBeVisible();
    await Promise.all([quota, limitRange, somebodysDeployment].map((one) => stack.remove(one)));
    await wizard.deploy();
  });
});

/** Of an application that has nothing to do with models. */
const predictorOfAnother = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'my-llama-predictor', namespace },
  spec: { selector: { app: 'weather' }, ports: [{ name: 'http', port: 80, protocol: 'TCP' }] },
} as KubernetesObject;

test.describe("a name that KServe gives to a deployment's part, and another application has", () => {
  test.use({ seed: { with: [predictorOfAnother] } });

  test('is refused before anything is asked, and another name deploys', async ({
    wizard,
    stack,
    recording,
    keys,
  }) => {
    const before = stack.objects();
    await wizard.openAtReview(keys.valid);
    const title =
      'The project already has a service called "my-llama-predictor" that does not belong to this deployment.';
    await expect(wizard.text(title)).toBeVisible();
    await wizard.expectAccessible();
    await wizard.press('Deploy model');
    await expect(wizard.page.getByTestId('error-message-alert')).toContainText(title);
    expect(recording.creations()).toEqual([]);
    expect(stack.objects()).toEqual(before);

    await wizard.back();
    await wizard.back();
    await wizard.nameDeployment('My other llama');
    await wizard.next('Advanced settings');
    await wizard.next('Review');
    await expect(wizard.text('No problem was found.')).toBeVisible();
    await wizard.deploy('My other llama');
  });
});

const SHIPPED = { kind: 'ConfigMap', name: 'nim-models-data' };

const generated = catalogOf({
  large: JSON.stringify({
    ...modelEntry('large'),
    latestImageSize: 60e9,
    profiles: [{ profileId: 'a', tensorParallelSize: 1, minVramPerDeviceGb: 80 }],
  }),
});

test.describe('a catalog that knows what a model needs', () => {
  test.use({ seed: { without: [SHIPPED], with: [generated, cachedVolume('cache', '')] } });

  test('says how large the volume should be, and how much memory its GPUs', async ({
    wizard,
    keys,
  }) => {
    await wizard.openAtNim();
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.chooseModel('Model large');
    await expect(
      wizard.text(/^For this model 120 GiB \(129 GB\) or more are recommended/),
    ).toBeVisible();
    await expect(wizard.page.getByRole('spinbutton', { name: 'Size' })).toHaveValue('120');
    await wizard.page.getByLabel('Use an existing volume').check();
    await expect(wizard.text(/^The volume is smaller than the model's image/)).toBeVisible();
    await wizard.page.getByLabel('Create a new volume').check();
    await wizard.goToReview();
    await expect(wizard.text('The model needs a GPU with 80 GB of memory or more.')).toBeVisible();
    await expect(wizard.text('No problem was found.')).toHaveCount(0);
  });
});

test.describe('somebody who only looks', () => {
  test.use({ user: 'vic', nimConfig: { disconnected: { disableKeyCollection: true } } });

  test('learns that before anything is asked', async ({ wizard, recording }) => {
    await wizard.openAtNim();
    await wizard.chooseLlama();
    await wizard.goToReview();
    await expect(wizard.text('You may not deploy a model in the project nim-demo.')).toBeVisible();
    expect(recording.creations()).toEqual([]);
  });
});

const cachingRuntime = {
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'ServingRuntime',
  metadata: { name: 'other', namespace },
  spec: {
    containers: [{ name: 'kserve-container', image: 'nvcr.io/nim/meta/llama:1' }],
    volumes: [{ name: 'cache', persistentVolumeClaim: { claimName: 'llama-cache' } }],
  },
} as KubernetesObject;

test.describe('a volume that another deployment uses', () => {
  test.use({ seed: { with: [cachedVolume('llama-cache', ''), cachingRuntime] } });

  test('is warned about at the field and on the review, and can be used', async ({
    wizard,
    keys,
  }) => {
    const warning = wizard.text(/The volume "llama-cache" is used by "other"\./);
    await wizard.openFilledIn(keys.valid);
    await wizard.page.getByLabel('Use an existing volume').check();
    const offered = 'llama-cache (50 GiB, NIM cache, used by other)';
    await wizard.page.getByLabel(/^Volume/).selectOption(offered);
    await expect(warning).toBeVisible();
    await wizard.expectAccessible();
    await wizard.goToReview();
    await expect(warning).toBeVisible();
    await wizard.deploy();
  });
});
