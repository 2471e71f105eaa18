import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { expectedRuntime, expectedService, expectedVolume } from './expected-objects.ts';
import { comparable, newObjects } from './in-cluster.ts';
import { profileVersion } from './seeds.ts';
import { expect, test } from './wizard-test.ts';

test('deploys a NIM: exactly the expected objects, and the key nowhere but in its two Secrets', async ({
  wizard,
  stack,
  recording,
  keys,
}) => {
  const before = stack.objects();
  await wizard.openFilledIn(keys.valid);
  await expect(wizard.version).toHaveValue('1.15.5');
  await wizard.goToReview();
  expect(await wizard.review()).toMatchObject({
    'NVIDIA API key': `Ends in ${keys.valid.slice(-4)}, verified`,
    Model: 'Llama-3.1-8B-Instruct',
    Version: '1.15.5',
    Image: 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5',
    'Image pull': 'This key can pull this image',
    'Model cache': 'nim-my-llama (new volume)',
    'Model deployment name': 'My llama',
  });
  await wizard.deploy();

  const after = stack.objects();
  expect(newObjects(before, after).map(comparable)).toEqual([
    expectedService({ profileVersion: profileVersion(before) }),
    expectedVolume,
    expectedKeySecret(keys.valid),
    expectedPullSecret(keys.valid),
    expectedRuntime(),
  ]);
  expect(newObjects(after, before)).toEqual([]);
  expect(after).toEqual(expect.arrayContaining(before));
  await recording.settle();
  expect(recording.placesOfKeys()).toEqual([
    'body of POST /nim-wizard/api/v1/keys/verify',
    'body of POST /nim-wizard/api/v1/keys/check-pull',
    'body of POST /api/k8s/api/v1/namespaces/nim-demo/secrets?dryRun=All',
    'body of POST /api/k8s/api/v1/namespaces/nim-demo/secrets',
  ]);
  expect(stack.nvidia.requests().map(({ path, keyName }) => [path, keyName])).toEqual([
    ['/v3/keys/get-caller-info', 'valid'],
    ['/proxy_auth', 'valid'],
    ['/v2/nim/meta/llama-3.1-8b-instruct/manifests/1.15.5', 'valid'],
  ]);
  expect(recording.said).toEqual([]);
});
