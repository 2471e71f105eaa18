import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { deployedNim } from './deployed-nim.ts';
import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { comparable, find, newObjects, titleOf } from './in-cluster.ts';
import type { WizardPage } from './wizard-page.ts';
import { expect, test } from './wizard-test.ts';

/** The Secrets that a deployment's runtime takes its key from. */
const secretsOf = (objects: KubernetesObject[], deployment: string): unknown => {
  const { spec } = find(objects, 'ServingRuntime', deployment) as KubernetesObject & {
    spec: {
      imagePullSecrets?: { name: string }[];
      containers: {
        env?: { name: string; valueFrom?: { secretKeyRef: { name: string } } }[];
      }[];
    };
  };
  const variable = spec.containers[0]?.env?.find(({ name }) => name === 'NGC_API_KEY');
  return [variable?.valueFrom?.secretKeyRef.name, spec.imagePullSecrets?.[0]?.name];
};

const finish = async (wizard: WizardPage, name: string): Promise<void> => {
  await wizard.chooseLlama();
  await wizard.goToReview(name);
  await wizard.deploy(name);
};

test('a project is switched from one key to one for each deployment, to none, and back, with deployments in place', async ({
  wizard,
  stack,
  keys,
}) => {
  test.slow();
  await wizard.openAtNim();
  await wizard.enterVerifiedKey(keys.valid);
  await finish(wizard, 'A');
  const withA = stack.objects();

  stack.configure({ keyScope: 'deployment' });
  await wizard.openAtNim();
  await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
  await wizard.keyChoice('Use a key for this deployment').check();
  await expect(
    wizard.text("It is stored for this deployment only; the project's key stays as it is."),
  ).toBeVisible();
  await wizard.enterVerifiedKey(keys.otherValid);
  await wizard.expectAccessible();
  await wizard.picture('key-for-this-deployment');
  await finish(wizard, 'B');
  const withB = stack.objects();
  expect(withB).toEqual(expect.arrayContaining(withA));
  expect(comparable(find(withB, 'Secret', 'nim-api-key-b'))['data']).toEqual({
    api_key: keys.otherValid,
    NGC_API_KEY: keys.otherValid,
  });

  await wizard.openAtNim();
  await finish(wizard, 'C');
  const withC = stack.objects();
  expect(newObjects(withB, withC).map(({ kind }) => kind)).not.toContain('Secret');

  stack.configure({ disconnected: { disableKeyCollection: true } });
  await wizard.openAtNim();
  await expect(wizard.text('No NVIDIA API key is needed')).toBeVisible();
  await finish(wizard, 'D');

  stack.configure({ keyScope: 'project' });
  await wizard.openAtNim();
  await expect(wizard.keyChoice("Use the project's key")).toBeChecked();
  await finish(wizard, 'E');

  const after = stack.objects();
  expect(after).toEqual(expect.arrayContaining(withC));
  expect(['a', 'b', 'c', 'd', 'e'].map((name) => secretsOf(after, name))).toEqual([
    ['nim-api-key', 'nim-image-pull'],
    ['nim-api-key-b', 'nim-image-pull-b'],
    ['nim-api-key', 'nim-image-pull'],
    [undefined, undefined],
    ['nim-api-key', 'nim-image-pull'],
  ]);
  expect(
    newObjects(withA, after)
      .filter(({ kind }) => kind === 'Secret')
      .map(titleOf),
  ).toEqual(['Secret nim-demo/nim-api-key-b', 'Secret nim-demo/nim-image-pull-b']);

  await wizard.openProject();
  await wizard.press('Delete B');
  await wizard.press('Delete deployed model');
  await expect(wizard.button('Edit B')).toHaveCount(0);
  expect(
    newObjects(withA, stack.objects())
      .filter(({ kind }) => kind === 'Secret')
      .map(titleOf),
  ).toEqual([]);
});

test.describe('with verification switched off', () => {
  test.use({ nimConfig: { disableKeyValidation: true } });

  test('another key replaces the project’s as it is, marked as not verified, and nobody is asked', async ({
    wizard,
    stack,
    recording,
    keys,
  }) => {
    for (const object of deployedNim(keys).slice(0, 2)) {
      await stack.create(object);
    }
    await wizard.openAtNim();
    await wizard.keyChoice('Use another key').check();
    await wizard.typeKey(testKeys.revoked.key);
    await wizard.press('Use key');
    await finish(wizard, 'My llama');
    const after = stack.objects();
    const record = { verification: 'not-verified' } as const;
    expect(comparable(find(after, 'Secret', 'nim-api-key'))).toEqual(
      expectedKeySecret(testKeys.revoked.key, record),
    );
    expect(comparable(find(after, 'Secret', 'nim-image-pull'))).toEqual(
      expectedPullSecret(testKeys.revoked.key, record),
    );
    await recording.settle();
    expect(recording.requests.filter((request) => request.includes('/keys/'))).toEqual([]);
    expect(stack.nvidia.requests()).toEqual([]);

    await wizard.openAtNim();
    await expect(wizard.text(/not verified, added on .* by ada/)).toBeVisible();
    await wizard.chooseLlama();
    await wizard.goToReview('Another');
    expect(await wizard.review()).not.toHaveProperty('Image pull');
    expect(stack.nvidia.requests()).toEqual([]);
  });
});
