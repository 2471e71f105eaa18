import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { objectAt } from '../embedded/cluster/json.ts';
import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { comparable, find, titleOf } from './in-cluster.ts';
import { changesPullSecret, justBefore } from './real-writes.ts';
import { SettingsPage } from './settings-page.ts';
import { keySecretsIn } from './stored-key.ts';
import { projectKey, RECORD_OF_PAT, twoDeployments } from './settings-seeds.ts';
import { expect, test } from './wizard-test.ts';

const ISO_DATE = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
/** The objects that are not as they were. */
const changed = (before: KubernetesObject[], after: KubernetesObject[]): KubernetesObject[] =>
  after.filter(
    (object) =>
      JSON.stringify(object) !==
      JSON.stringify(before.find((one) => titleOf(one) === titleOf(object))),
  );

test('a key that the wizard stored is shown, and verified again', async ({
  wizard,
  stack,
  keys,
}) => {
  const settings = new SettingsPage(wizard);
  await wizard.openAtReview(keys.valid);
  await wizard.deploy();
  const before = stack.objects();

  await settings.openTab();
  await expect(settings.buttons).toHaveText(['Verify again', 'Replace', 'Remove']);
  await expect(wizard.text('My llama')).toBeVisible();
  expect(await settings.status()).toMatchObject({
    'Key ends in': keys.valid.slice(-4),
    Verification: 'Verified',
    'Verified by': 'ada',
    'Used by': 'My llama',
  });
  await wizard.expectAccessible();
  await wizard.picture('settings-status');
  expect(stack.objects()).toEqual(before);

  await wizard.press('Verify again');
  await expect(wizard.text('NVIDIA knows this key')).toBeVisible();
  await wizard.expectAccessible();
  await wizard.picture('settings-verified');
  expect(changed(before, stack.objects()).map(titleOf)).toEqual([
    'Secret nim-demo/nim-api-key',
    'Secret nim-demo/nim-image-pull',
  ]);
});

test.describe('a key that was not verified', () => {
  test.use({ seed: { with: projectKey } });

  test('is on both Secrets as verified afterwards, and otherwise as it was', async ({
    wizard,
    stack,
    keys,
  }) => {
    const settings = new SettingsPage(wizard);
    await settings.open();
    await wizard.press('Verify');
    await expect(wizard.text('NVIDIA knows this key')).toBeVisible();
    expect(keySecretsIn(stack.objects())).toEqual([
      expectedKeySecret(keys.valid, { id: RECORD_OF_PAT.id }),
      expectedPullSecret(keys.valid, { id: RECORD_OF_PAT.id }),
    ]);
  });

  test('stays as it is while nobody can tell', async ({ wizard, stack }) => {
    const settings = new SettingsPage(wizard);
    const before = stack.objects();
    stack.nvidia.goDown();
    await settings.open();
    await wizard.press('Verify');
    await expect(wizard.text('NVIDIA could not be reached')).toBeVisible();
    expect(stack.objects()).toEqual(before);
  });
});

test.describe('with two deployments in place', () => {
  test.use({ seed: { with: twoDeployments } });

  test('a key is replaced in both Secrets, and both deployments restart with it', async ({
    wizard,
    stack,
    keys,
  }) => {
    const settings = new SettingsPage(wizard);
    const before = stack.objects();
    await settings.open();
    await settings.replaceWith(keys.otherValid);
    await wizard.expectAccessible();
    await wizard.picture('settings-restart');
    await wizard.press('Restart');
    await expect(wizard.text('Chat restarts with the new key.')).toBeVisible();
    await expect(wizard.text('RAG restarts with the new key.')).toBeVisible();
    await wizard.press('Done');
    await expect(wizard.text('Chat and RAG restart with the new key.')).toBeVisible();
    await wizard.picture('settings-replaced');

    const after = stack.objects();
    expect(changed(before, after).map(titleOf).toSorted()).toEqual([
      'InferenceService nim-demo/chat',
      'InferenceService nim-demo/rag',
      'Secret nim-demo/nim-api-key',
      'Secret nim-demo/nim-image-pull',
    ]);
    const secrets = keySecretsIn(after);
    expect(secrets).toEqual([
      expectedKeySecret(keys.otherValid),
      expectedPullSecret(keys.otherValid),
    ]);
    const [one, other] = secrets.map((secret) => objectAt(secret, 'metadata')['annotations']);
    expect(one, 'what both say of the key, and its id').toEqual(other);
    for (const name of ['chat', 'rag']) {
      const { spec, ...rest } = comparable(find(before, 'InferenceService', name));
      const predictor = objectAt(spec, 'predictor');
      expect(comparable(find(after, 'InferenceService', name))).toEqual({
        ...rest,
        spec: {
          predictor: {
            ...predictor,
            annotations: { 'nim-wizard.opendatahub.io/restarted-at': ISO_DATE },
          },
        },
      });
    }
  });

  test('a replacement that is refused at the second Secret leaves the first as it was', async ({
    wizard,
    stack,
    keys,
  }) => {
    const settings = new SettingsPage(wizard);
    const before = stack.objects();
    await settings.open();
    // The dry runs have passed when somebody touches the Secret.
    const leave = await justBefore(wizard.page, changesPullSecret, async () => {
      const secret = find(stack.objects(), 'Secret', 'nim-image-pull');
      const labels = { ...secret.metadata.labels, touched: 'true' };
      await stack.replace({ ...secret, metadata: { ...secret.metadata, labels } });
    });
    await wizard.press('Replace');
    await settings.enter(keys.otherValid);
    await wizard.press('Replace key');
    await expect(wizard.text('The key was not stored')).toBeVisible();
    await expect(settings.dialog).toContainText(
      'The secret "nim-image-pull" could not be updated: somebody has changed the project\'s key meanwhile. Look at it again. Put back as it was: the secret "nim-api-key".',
    );
    await wizard.expectAccessible();
    await wizard.picture('settings-not-replaced');
    const after = stack.objects();
    expect(changed(before, after).map(titleOf)).toEqual([
      'Secret nim-demo/nim-api-key',
      'Secret nim-demo/nim-image-pull',
    ]);
    expect(withoutVersion(find(after, 'Secret', 'nim-api-key'))).toEqual(
      withoutVersion(find(before, 'Secret', 'nim-api-key')),
    );

    // What was seen meanwhile is looked at anew: now nothing stands in the way.
    await leave();
    await wizard.press('Replace key');
    await expect(wizard.heading('The key was replaced')).toBeVisible();
    await wizard.press('Not now');
    await expect(wizard.text('Chat and RAG take it when they start next.')).toBeVisible();
    expect(find(stack.objects(), 'InferenceService', 'chat')).toEqual(
      find(before, 'InferenceService', 'chat'),
    );
  });
});

/** Byte for byte, but for the number that counts the changes. */
const withoutVersion = ({ metadata, ...object }: KubernetesObject): unknown => {
  const { resourceVersion: _version, ...others } = metadata;
  return { ...object, metadata: others };
};
