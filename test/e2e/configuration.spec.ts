import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { expectedRuntime, expectedService, expectedVolume } from './expected-objects.ts';
import { comparable, find, newObjects, titleOf } from './in-cluster.ts';
import { customCatalog, profileVersion } from './seeds.ts';
import { expect, test } from './wizard-test.ts';

test.describe('a disconnected cluster', () => {
  test.use({ nimConfig: { disconnected: { disableKeyCollection: true } } });

  test('asks for no key, creates no Secret and puts neither on the runtime', async ({
    wizard,
    stack,
    recording,
  }) => {
    const before = stack.objects();
    await wizard.openAtNim();
    await expect(wizard.text('No NVIDIA API key is needed')).toBeVisible();
    await expect(wizard.key).toHaveCount(0);
    await wizard.expectAccessible();
    await wizard.picture('key-not-needed');
    await wizard.chooseLlama();
    await wizard.goToReview();
    expect(await wizard.review()).toMatchObject({ 'NVIDIA API key': 'None needed' });
    await wizard.deploy();
    expect(newObjects(before, stack.objects()).map(comparable)).toEqual([
      expectedService({ profileVersion: profileVersion(before) }),
      expectedVolume,
      expectedRuntime({ withKey: false }),
    ]);
    // Left-overs of an unfinished submission are looked for all the same: it may have had a key.
    const asked = recording.requests.filter((request) => !/submission|unfinished/.test(request));
    expect(asked.filter((request) => /secrets|verify/.test(request))).toEqual([]);
    expect(stack.nvidia.requests()).toEqual([]);
  });
});

test.describe('with verification switched off', () => {
  test.use({ nimConfig: { disableKeyValidation: true } });

  test('takes the key as it is, says so, and asks nobody about it', async ({
    wizard,
    stack,
    recording,
  }) => {
    await wizard.openAtNim();
    await wizard.typeKey(testKeys.revoked.key);
    await wizard.press('Use key');
    await expect(wizard.text('The key ending in g7h8 is used without verification.')).toBeVisible();
    await wizard.expectAccessible();
    await wizard.picture('key-unverified');
    await wizard.chooseLlama();
    await wizard.goToReview();
    expect(await wizard.review()).toMatchObject({ 'NVIDIA API key': 'Ends in g7h8, not verified' });
    await wizard.deploy();
    const secret = comparable(find(stack.objects(), 'Secret', 'nim-api-key'));
    expect(secret['data']).toEqual({
      api_key: testKeys.revoked.key,
      NGC_API_KEY: testKeys.revoked.key,
    });
    expect(recording.requests.filter((request) => request.includes('verify'))).toEqual([]);
    expect(stack.nvidia.requests()).toEqual([]);
  });

  test('still refuses what cannot be a key', async ({ wizard }) => {
    await wizard.openAtNim();
    await wizard.typeKey('hf_Zq7xW2mKv9RtLp4YbN8sDc6QgT');
    await wizard.press('Use key');
    await expect(wizard.text('This is not a personal key.')).toBeVisible();
  });
});

test.describe('with a key for each deployment', () => {
  test.use({ nimConfig: { keyScope: 'deployment' } });

  test('creates Secrets named after the deployment, which its runtime uses', async ({
    wizard,
    stack,
    keys,
  }) => {
    const before = stack.objects();
    await wizard.openAtReview(keys.valid);
    await wizard.deploy();
    const runtime = JSON.stringify(expectedRuntime())
      .replace('"nim-api-key"', '"nim-api-key-my-llama"')
      .replace('"nim-image-pull"', '"nim-image-pull-my-llama"');
    const created = newObjects(before, stack.objects());
    expect(created.filter(({ kind }) => kind === 'Secret').map(titleOf)).toEqual([
      'Secret nim-demo/nim-api-key-my-llama',
      'Secret nim-demo/nim-image-pull-my-llama',
    ]);
    expect(comparable(find(created, 'ServingRuntime', 'my-llama'))).toEqual(JSON.parse(runtime));
  });
});

test.describe('with a catalog of its own', () => {
  test.use({
    nimConfig: { customConfigMap: { name: 'our-models', namespace: 'model-catalogs' } },
    seed: { with: customCatalog('our-models', 'model-catalogs') },
  });

  test('offers that catalog’s models, and deploys their images', async ({
    wizard,
    stack,
    recording,
    keys,
  }) => {
    await wizard.openAtNim();
    await expect(wizard.page.getByPlaceholder('Search 2 models')).toBeVisible();
    await wizard.enterVerifiedKey(keys.valid);
    await wizard.chooseModel('Model ours');
    await wizard.goToReview();
    await wizard.deploy();
    expect(find(stack.objects(), 'ServingRuntime', 'my-llama')).toMatchObject({
      spec: { containers: [{ image: 'nvcr.io/nim/ours/ours:1.10' }] },
    });
    expect(recording.requests.filter((request) => request.includes('nim-models-data'))).toEqual([]);
  });
});
