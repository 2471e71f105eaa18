import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import {
  expectedRuntime,
  expectedService,
  expectedTokenObjects,
  expectedVolume,
} from './expected-objects.ts';
import { comparable, find, newObjects, titleOf } from './in-cluster.ts';
import { cachedVolume, profileVersion, somebodysDeployment } from './seeds.ts';
import { createsService, justBefore } from './real-writes.ts';
import { expect, test } from './wizard-test.ts';

test('a conflict at the InferenceService leaves nothing behind, and works once it is gone', async ({
  wizard,
  stack,
  keys,
}) => {
  const before = stack.objects();
  await wizard.openAtReview(keys.valid);
  // The dry runs have passed when the name is taken.
  const leave = await justBefore(wizard.page, createsService, () =>
    stack.create(somebodysDeployment),
  );
  await wizard.press('Deploy model');
  const message = wizard.text('The deployment "my-llama" exists already. Choose another name.');
  await expect(message).toBeVisible();
  await expect(message).toContainText(
    'Removed again: the serving runtime "my-llama", the volume "nim-my-llama", the secret "nim-image-pull", the secret "nim-api-key".',
  );
  await wizard.expectAccessible();
  await wizard.picture('submission-conflict');
  expect(newObjects(before, stack.objects()).map(titleOf)).toEqual([
    'InferenceService nim-demo/my-llama',
  ]);

  await leave();
  await stack.remove(somebodysDeployment);
  expect(stack.objects()).toEqual(before);
  await wizard.deploy();
  expect(newObjects(before, stack.objects()).map(comparable)).toEqual([
    expectedService({ profileVersion: profileVersion(before) }),
    expectedVolume,
    expectedKeySecret(keys.valid),
    expectedPullSecret(keys.valid),
    expectedRuntime(),
  ]);
});

test.describe('where a deployment of that name is', () => {
  test.use({ seed: { with: [somebodysDeployment] } });

  test('the review says so, and nothing is asked of the cluster', async ({
    wizard,
    stack,
    recording,
    keys,
  }) => {
    const before = stack.objects();
    await wizard.openAtReview(keys.valid);
    await expect(wizard.text('The deployment "my-llama" exists already.').first()).toBeVisible();
    await wizard.press('Deploy model');
    await expect(
      wizard.text('Nothing was changed. The deployment "my-llama" exists already.'),
    ).toBeVisible();
    expect(recording.creations()).toEqual([]);
    expect(stack.objects()).toEqual(before);
  });
});

test.describe('where the template is missing', () => {
  test.use({ seed: { without: [{ kind: 'Template', name: 'nim-http-template' }] } });

  test('it says what to do, and nothing is written', async ({ wizard, stack, keys }) => {
    const before = stack.objects();
    await wizard.openAtReview(keys.valid);
    await wizard.press('Deploy model');
    await expect(wizard.page.getByTestId('error-message-alert')).toContainText(
      'The template nim-http-template is not in the namespace opendatahub. Ask an administrator to install it.',
    );
    expect(stack.objects()).toEqual(before);
  });
});

test('a second deployment in the project uses the project’s key', async ({
  wizard,
  stack,
  recording,
  keys,
}) => {
  await wizard.openAtReview(keys.valid, 'First');
  await wizard.deploy('First');
  const before = stack.objects();
  await recording.settle();
  const asked = recording.requests.length;

  await wizard.press('Deploy model');
  await wizard.chooseNim();
  await expect(
    wizard.text(
      new RegExp(`This project has a key \\(…${keys.valid.slice(-4)}, verified on .* by ada\\)`),
    ),
  ).toBeVisible();
  await expect(wizard.page.getByRole('radio', { name: "Use the project's key" })).toBeChecked();
  await expect(wizard.key).toHaveCount(0);
  await wizard.expectAccessible();
  await wizard.picture('key-stored');
  await wizard.chooseLlama();
  await wizard.goToReview();
  expect(await wizard.review()).toMatchObject({
    'NVIDIA API key': expect.stringMatching(/^The project's own: ….{4}, verified on/),
  });
  await wizard.deploy();
  expect(newObjects(before, stack.objects()).map(comparable)).toEqual([
    expectedService({ profileVersion: profileVersion(before) }),
    expectedVolume,
    expectedRuntime(),
  ]);
  expect(stack.objects()).toEqual(expect.arrayContaining(before));
  const later = recording.requests.slice(asked);
  expect(later.filter((request) => /verify|POST .*secrets/.test(request))).toEqual([]);
});

test.describe('an administrator of the project', () => {
  test.use({ user: 'pat' });

  test('may ask for a token, whose objects go with the deployment', async ({
    wizard,
    stack,
    keys,
  }) => {
    const before = stack.objects();
    await wizard.openFilledIn(keys.valid);
    await wizard.next('Model deployment');
    await wizard.nameDeployment('My llama');
    await wizard.next('Advanced settings');
    await wizard.page.getByLabel('Require token authentication').check();
    await wizard.next('Review');
    await wizard.deploy();

    const created = newObjects(before, stack.objects());
    const ownerId = created.find(({ kind }) => kind === 'InferenceService')?.metadata.uid;
    const owned = created.filter(({ metadata }) => metadata.ownerReferences !== undefined);
    expect(owned.map(({ metadata }) => metadata.ownerReferences?.map(({ uid }) => uid))).toEqual(
      expectedTokenObjects.map(() => [ownerId]),
    );
    expect(owned.map(withoutToken)).toEqual(expectedTokenObjects);
    expect(comparable(find(created, 'InferenceService', 'my-llama'))).toEqual(
      expectedService({ profileVersion: profileVersion(before), isProtected: true }),
    );

    await wizard.press('Delete My llama');
    await wizard.press('Delete deployed model');
    await expect(wizard.text('No model is deployed in this project.')).toBeVisible();
    expect(newObjects(before, stack.objects()).map(titleOf)).toEqual([
      'PersistentVolumeClaim nim-demo/nim-my-llama',
      'Secret nim-demo/nim-api-key',
      'Secret nim-demo/nim-image-pull',
    ]);
  });
});

/** The token itself, and the account's id, are Kubernetes' to write. */
const withoutToken = (object: Parameters<typeof comparable>[0]) => {
  const { data: _data, metadata, ...rest } = comparable(object);
  const { annotations, ...others } = metadata as { annotations?: Record<string, string> };
  const { 'kubernetes.io/service-account.uid': _uid, ...kept } = annotations ?? {};
  return {
    ...rest,
    metadata: { ...others, ...(annotations ? { annotations: kept } : {}) },
  };
};

test.describe('where the project has a volume', () => {
  test.use({ seed: { with: [cachedVolume('llama-cache', 'llama')] } });

  test('it can be used again, and stays as it is', async ({ wizard, stack, keys }) => {
    const before = stack.objects();
    await wizard.openFilledIn(keys.valid);
    await wizard.page.getByLabel('Use an existing volume').check();
    await expect(wizard.page.getByLabel(/^Volume/)).toHaveValue('llama-cache');
    await expect(wizard.page.getByLabel('Sub-path')).toHaveValue('llama');
    await wizard.expectAccessible();
    await wizard.picture('volume-existing');
    await wizard.goToReview();
    expect(await wizard.review()).toMatchObject({
      'Model cache': 'llama-cache (existing volume)',
      'Sub-path': 'llama',
    });
    await wizard.deploy();
    expect(newObjects(before, stack.objects()).map(comparable)).toEqual([
      expectedService({ profileVersion: profileVersion(before) }),
      expectedKeySecret(keys.valid),
      expectedPullSecret(keys.valid),
      expectedRuntime({ claimName: 'llama-cache', subPath: 'llama' }),
    ]);
    expect(stack.objects()).toEqual(expect.arrayContaining(before));
  });
});
