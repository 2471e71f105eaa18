import { describe, expect, it } from 'vitest';
import { bundleWithTokens, fullBundle, leastBundle } from './bundle.factory.ts';
import { checkDeployment, createDeployment } from './create-deployment.ts';
import { memoryCluster } from './run/memory-cluster.factory.ts';
import { SubmissionError } from './submission-error.ts';

describe('checking a deployment', () => {
  it('is silent when the cluster could create all of it', async () => {
    await expect(checkDeployment(fullBundle(), memoryCluster().client)).resolves.toBeUndefined();
  });

  it('ends with an error that tells the person why not', async () => {
    const { client } = memoryCluster({
      refusals: { 'dryRun PersistentVolumeClaim/nim-my-model': 'invalid' },
    });
    const outcome = checkDeployment(fullBundle(), client);
    await expect(outcome).rejects.toBeInstanceOf(SubmissionError);
    await expect(outcome).rejects.toThrow(
      'Nothing was changed. The volume "nim-my-model" could not be created: invalid, says the cluster.',
    );
  });
});

it('refuses tokens that would be one, of which the cluster’s dry run knows nothing', async () => {
  const cluster = memoryCluster();
  const tokens = [
    { displayName: 'a b', name: 'a-b' },
    { displayName: 'a-b', name: 'a-b' },
  ];
  const outcome = checkDeployment(bundleWithTokens(tokens), cluster.client);
  await expect(outcome).rejects.toThrow(
    'Nothing was changed. The tokens "a b" and "a-b" get the same name. ',
  );
  expect(cluster.calls).toEqual([]);
});

describe('creating a deployment', () => {
  it('answers with what was created', async () => {
    const { written } = await createDeployment(leastBundle(), memoryCluster().client);
    expect(written.map(({ object }) => object.kind)).toEqual([
      'ServingRuntime',
      'InferenceService',
    ]);
  });

  it('ends with an error that tells the person what failed and what was removed', async () => {
    const { client } = memoryCluster({
      refusals: { 'create InferenceService/my-model': 'invalid' },
    });
    const outcome = createDeployment(leastBundle(), client);
    await expect(outcome).rejects.toBeInstanceOf(SubmissionError);
    await expect(outcome).rejects.toThrow(
      'The deployment "my-model" could not be created: invalid, says the cluster. Removed again: the serving runtime "my-model".',
    );
  });

  it('tells nobody the key', async () => {
    const { client } = memoryCluster({
      refusals: { 'create InferenceService/my-model': 'invalid' },
    });
    await expect(createDeployment(fullBundle(), client)).rejects.not.toThrow(/nvapi|bnZhcGk/);
  });
});
