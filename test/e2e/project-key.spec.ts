import { deployedNim } from './deployed-nim.ts';
import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { find, newObjects, titleOf } from './in-cluster.ts';
import { createAll, keySecretsIn } from './stored-key.ts';
import { granted, mayDeploy, olderSecrets, somebodysDeployment } from './seeds.ts';
import { createsService, justBefore } from './real-writes.ts';
import { expect, test } from './wizard-test.ts';

const idsOf = (secrets: ReturnType<typeof keySecretsIn>): unknown[] =>
  secrets.map(
    ({ metadata }) =>
      (metadata as { annotations: Record<string, string> }).annotations[
        'nim-wizard.opendatahub.io/key-id'
      ],
  );

test('another key replaces the project’s in both Secrets, and the deployments that use it are named', async ({
  wizard,
  stack,
  keys,
}) => {
  await createAll(stack, deployedNim(keys));
  const before = stack.objects();
  await wizard.openAtNim();
  await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
  await wizard.keyChoice('Use another key').check();
  await expect(
    wizard.text(
      "The new key replaces it. 1 deployment uses the project's key and takes the new one when it starts next: My llama.",
    ),
  ).toBeVisible();
  await wizard.enterVerifiedKey(keys.otherValid);
  await wizard.expectAccessible();
  await wizard.picture('key-replace');
  await wizard.chooseLlama();
  await wizard.goToReview('Second');
  expect(await wizard.review()).toMatchObject({
    'NVIDIA API key': `Ends in ${keys.otherValid.slice(-4)}, verified. Replaces the project's key (…${keys.valid.slice(-4)})`,
  });
  await wizard.deploy('Second');

  const after = stack.objects();
  expect(newObjects(before, after).map(titleOf)).toEqual([
    'InferenceService nim-demo/second',
    'PersistentVolumeClaim nim-demo/nim-second',
    'ServingRuntime nim-demo/second',
  ]);
  const secrets = keySecretsIn(after);
  expect(secrets).toEqual([
    expectedKeySecret(keys.otherValid),
    expectedPullSecret(keys.otherValid),
  ]);
  expect(new Set(idsOf(secrets)).size).toBe(1);
  expect(after).toEqual(expect.arrayContaining(before.filter(({ kind }) => kind !== 'Secret')));
});

test('a replaced key is put back when the deployment fails, and replaced when it is tried again', async ({
  wizard,
  stack,
  keys,
}) => {
  const existing = deployedNim(keys).slice(0, 2);
  await createAll(stack, existing);
  const before = stack.objects();
  await wizard.openAtNim();
  await wizard.keyChoice('Use another key').check();
  await wizard.enterVerifiedKey(keys.otherValid);
  await wizard.chooseLlama();
  await wizard.goToReview();
  // The dry runs have passed when the name is taken.
  const leave = await justBefore(wizard.page, createsService, () =>
    stack.create(somebodysDeployment),
  );
  await wizard.press('Deploy model');
  await expect(
    wizard.text('Put back as it was: the secret "nim-image-pull", the secret "nim-api-key".'),
  ).toBeVisible();
  expect(keySecretsIn(stack.objects())).toEqual(keySecretsIn(before));

  await leave();
  await stack.remove(somebodysDeployment);
  await wizard.deploy();
  expect(keySecretsIn(stack.objects())).toEqual([
    expectedKeySecret(keys.otherValid),
    expectedPullSecret(keys.otherValid),
  ]);
});

for (const [missing, half] of [
  ['nim-image-pull', 0],
  ['nim-api-key', 1],
] as const) {
  test(`a key of which ${missing} is missing is entered again, and both Secrets are written`, async ({
    wizard,
    stack,
    keys,
  }) => {
    await createAll(stack, deployedNim(keys).slice(half, half + 1));
    await wizard.openAtNim();
    await expect(wizard.text("This project's NVIDIA API key is incomplete")).toBeVisible();
    await expect(wizard.text(`The Secret ${missing} is missing.`)).toBeVisible();
    await expect(wizard.button('Next')).toBeDisabled();
    await wizard.expectAccessible();
    await wizard.picture('key-incomplete');
    await wizard.enterVerifiedKey(keys.otherValid);
    await wizard.chooseLlama();
    await wizard.goToReview();
    await wizard.deploy();
    const secrets = keySecretsIn(stack.objects());
    expect(secrets).toEqual([
      expectedKeySecret(keys.otherValid),
      expectedPullSecret(keys.otherValid),
    ]);
    expect(new Set(idsOf(secrets)).size).toBe(1);
  });
}

test('the key of the older integration is used where it is, and never changed', async ({
  wizard,
  stack,
  keys,
}) => {
  await createAll(stack, olderSecrets(keys.valid));
  const before = stack.objects();
  await wizard.openAtNim();
  await expect(wizard.text(/from the dashboard's older integration/)).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('key-older');
  await wizard.chooseLlama();
  await expect(wizard.text('This key can pull this image')).toBeVisible();
  await wizard.goToReview();
  await wizard.deploy();
  const after = stack.objects();
  expect(newObjects(before, after).map(({ kind }) => kind)).not.toContain('Secret');
  expect(after).toEqual(expect.arrayContaining(before));
  expect(find(after, 'ServingRuntime', 'my-llama')).toMatchObject({
    spec: {
      imagePullSecrets: [{ name: 'ngc-secret' }],
      containers: [
        {
          env: expect.arrayContaining([
            {
              name: 'NGC_API_KEY',
              valueFrom: { secretKeyRef: { name: 'nvidia-nim-secrets', key: 'NGC_API_KEY' } },
            },
          ]),
        },
      ],
    },
  });
});

test.describe('somebody who may deploy and create Secrets, but not list them', () => {
  const secrets = { apiGroups: [''], resources: ['secrets'], verbs: ['create', 'delete'] };
  test.use({ user: 'vic', seed: { with: granted(...mayDeploy, secrets) } });

  test('is asked for a key, and at the conflict offered the one that is there', async ({
    wizard,
    stack,
    keys,
  }) => {
    await createAll(stack, deployedNim(keys).slice(0, 2));
    const before = stack.objects();
    await wizard.openAtReview(keys.otherValid);
    await wizard.press('Deploy model');
    await expect(
      wizard.text(/The secret "nim-api-key" exists already: the project has a key/),
    ).toBeVisible();
    expect(stack.objects()).toEqual(before);
    for (const page of ['Advanced settings', 'Model deployment', 'Model details']) {
      await wizard.back();
      await wizard.heading(page).waitFor();
    }
    await expect(
      wizard.text('This project has a key that you are not allowed to see.'),
    ).toBeVisible();
    await wizard.expectAccessible();
    await wizard.picture('key-unseen');
    await wizard.keyChoice("Use the project's key").check();
    await expect(wizard.text('You cannot check whether the key can pull this image')).toBeVisible();
    await wizard.goToReview();
    await wizard.deploy();
    expect(newObjects(before, stack.objects()).map(({ kind }) => kind)).not.toContain('Secret');
  });
});

test.describe('somebody who may list the two Secrets by their names alone', () => {
  const byName = {
    apiGroups: [''],
    resources: ['secrets'],
    resourceNames: ['nim-api-key', 'nim-image-pull'],
    verbs: ['list'],
  };
  test.use({ user: 'vic', seed: { with: granted(...mayDeploy, byName) } });

  test('is told of the project’s key and deploys with it', async ({ wizard, stack, keys }) => {
    await createAll(stack, deployedNim(keys).slice(0, 2));
    await wizard.openAtNim();
    await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
    await expect(wizard.text(/verified on August 22, 2026 by ada/)).toBeVisible();
    await wizard.chooseLlama();
    await wizard.goToReview();
    await wizard.deploy();
  });
});
