import { describe, expect, it } from 'vitest';
import { readRecord } from '../../apiKey/key-record.ts';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import type { KeySecretPair } from '../../apiKey/project-key.ts';
import { keyWrites } from '../../apiKey/write-key.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { losing } from '../run/losing-cluster.factory.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { noPauses } from '../run/patience.factory.ts';
import { storeKey } from './store-key.ts';

const writesOver = (existing: KeySecretPair) =>
  keyWrites({
    project: 'nim-demo',
    names: keySecretNames('project', ''),
    stored: { key: 'nvapi-new', record: recordWith({ id: 'id-of-the-new' }) },
    existing,
  });

const pair = storedPair();
const inCluster: KubernetesObject[] = Object.values(pair).map((metadata) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata,
}));

const replace = async (refusals: Refusals = {}) => {
  const cluster = memoryCluster({ objects: inCluster, refusals });
  return { outcome: await storeKey(writesOver(pair), cluster.client), cluster };
};

const add = (refusals: Refusals) => storeKey(writesOver({}), memoryCluster({ refusals }).client);

describe("storing a project's key", () => {
  it('asks about both Secrets before either is written', async () => {
    const { outcome, cluster } = await replace();
    expect(outcome).toEqual({ status: 'stored' });
    expect(cluster.calls.slice(0, 4)).toEqual([
      'dryRunPatch Secret/nim-api-key',
      'dryRunPatch Secret/nim-image-pull',
      'patch Secret/nim-api-key',
      'patch Secret/nim-image-pull',
    ]);
  });

  it('is done though the answers were lost', async () => {
    const { client, objects } = memoryCluster({ objects: inCluster });
    const names = ['Secret/nim-api-key', 'Secret/nim-image-pull'];
    const outcome = await storeKey(writesOver(pair), losing(client, ...names), noPauses);
    expect(outcome).toEqual({ status: 'stored' });
    expect(objects.map(({ metadata }) => readRecord(metadata.annotations)?.id)).toEqual([
      'id-of-the-new',
      'id-of-the-new',
    ]);
  });

  it('changes nothing when the cluster would refuse one', async () => {
    const { outcome, cluster } = await replace({
      'dryRunPatch Secret/nim-image-pull': 'forbidden',
    });
    expect(outcome).toMatchObject({ status: 'failed' });
    expect(outcome).toHaveProperty('message', expect.stringMatching(/^Nothing was changed\./));
    expect(cluster.objects).toEqual(inCluster);
  });

  it('puts the first back when the second is refused, and says so', async () => {
    const { outcome } = await replace({ 'patch Secret/nim-image-pull': 'forbidden' });
    expect(outcome).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('Put back as it was: the secret "nim-api-key".'),
    });
  });

  it.each([
    [
      'dryRun Secret/nim-api-key',
      /^Somebody else has added a key to this project meanwhile\. Nothing was changed\. Look at that key/,
    ],
    [
      'create Secret/nim-image-pull',
      /^Somebody else has added a key .* Removed again: the secret "nim-api-key"\. Look at that key before you replace it\.$/,
    ],
  ])(
    'does not send anybody to the wizard for a key that has come up: %s',
    async (call, message) => {
      const outcome = await add({ [call]: 'alreadyExists' });
      expect(outcome).toEqual({ status: 'failed', message: expect.stringMatching(message) });
      expect(JSON.stringify(outcome)).not.toContain('Model details');
    },
  );

  it('says which Secret still holds the previous key', async () => {
    const tidied: string[] = [];
    const cluster = memoryCluster({ objects: inCluster });
    const { client } = cluster;
    const tidying: ClusterClient = {
      ...client,
      patch: (reference, patch, options) => {
        const isTidying = patch.length === 2 && patch.every(({ op }) => op === 'remove');
        tidied.push(...(isTidying ? [reference.metadata.name] : []));
        const resourceVersion = isTidying ? 'stale' : options?.resourceVersion;
        return client.patch(reference, patch, { ...options, resourceVersion });
      },
    };
    const outcome = await storeKey(writesOver(pair), tidying, {
      answer: 10_000,
      pauses: [],
      undo: 10_000,
    });
    expect(tidied).toEqual(['nim-api-key', 'nim-image-pull']);
    expect(outcome).toEqual({
      status: 'stored',
      warning:
        'The previous key could not be removed from the secret "nim-api-key" (conflict, says the cluster) and the secret "nim-image-pull" (conflict, says the cluster). Nothing uses it there; choose "Remove the previous key".',
    });
  });
});
