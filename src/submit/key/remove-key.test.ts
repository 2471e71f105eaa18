import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { KeySecretPair } from '../../apiKey/project-key.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { losing, lost } from '../run/losing-cluster.factory.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { noPauses } from '../run/patience.factory.ts';
import { removeKey } from './remove-key.ts';

const pair = storedPair();
const other: KubernetesObject = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'other' } };

const inCluster = (given: KeySecretPair): KubernetesObject[] =>
  Object.values(given).map((metadata) => ({ apiVersion: 'v1', kind: 'Secret', metadata }));

const remove = async (
  refusals: Refusals = {},
  given: KeySecretPair = pair,
  change = (client: ClusterClient): ClusterClient => client,
) => {
  const cluster = memoryCluster({ objects: [...inCluster(given), other], refusals });
  const outcome = await removeKey('nim-demo', given, change(cluster.client), noPauses);
  return { outcome, cluster, left: cluster.objects.map(({ metadata }) => metadata.name) };
};

describe("removing a project's key", () => {
  it('asks about both Secrets, deletes both, and nothing else', async () => {
    const { outcome, cluster, left } = await remove();
    expect(outcome).toEqual({ status: 'removed' });
    expect(cluster.calls).toEqual([
      'dryRunRemove Secret/nim-api-key',
      'dryRunRemove Secret/nim-image-pull',
      'remove Secret/nim-api-key',
      'remove Secret/nim-image-pull',
    ]);
    expect(left).toEqual(['other']);
  });

  it('deletes what was read, in its very version', async () => {
    const { cluster } = await remove();
    expect(cluster.removals.slice(2).map(({ preconditions }) => preconditions)).toEqual([
      { uid: 'uid-of-nim-api-key', resourceVersion: '11' },
      { uid: 'uid-of-nim-image-pull', resourceVersion: '12' },
    ]);
  });

  it('removes the half that is left of a key', async () => {
    const { outcome, left } = await remove({}, { imagePull: pair.imagePull });
    expect(outcome).toEqual({ status: 'removed' });
    expect(left).toEqual(['other']);
  });

  it('removes nothing when the cluster would refuse one', async () => {
    const { outcome, left } = await remove({ 'dryRunRemove Secret/nim-image-pull': 'conflict' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'Nothing was removed. The secret "nim-image-pull" could not be removed: somebody has changed the project\'s key meanwhile. Look at it again.',
    });
    expect(left).toEqual(['nim-api-key', 'nim-image-pull', 'other']);
  });

  it('says exactly what is gone when the second is refused', async () => {
    const { outcome, left } = await remove({ 'remove Secret/nim-image-pull': 'forbidden' });
    expect(outcome).toEqual({
      status: 'half',
      message:
        'The secret "nim-image-pull" could not be removed: you do not have permission (forbidden, says the cluster). Ask an administrator of the project. The secret "nim-api-key" is gone, and cannot be put back.',
    });
    expect(left).toEqual(['nim-image-pull', 'other']);
  });

  it('is done though the answers were lost', async () => {
    const { outcome, left, cluster } = await remove({}, pair, (client) =>
      losing(client, 'Secret/nim-api-key', 'Secret/nim-image-pull'),
    );
    expect(outcome).toEqual({ status: 'removed' });
    expect(left).toEqual(['other']);
    expect(cluster.removals).toHaveLength(4);
  });

  it('is tried again where no answer comes, so that not half a key is left', async () => {
    let tries = 0;
    const { outcome, left } = await remove({}, pair, (client) => ({
      ...client,
      remove: async (reference, preconditions, options) => {
        tries += reference.metadata.name === 'nim-image-pull' && !options?.dryRun ? 1 : 0;
        return tries === 1 ? lost() : client.remove(reference, preconditions, options);
      },
    }));
    expect(outcome).toEqual({ status: 'removed' });
    expect(left).toEqual(['other']);
  });

  it('leaves the second when the first is refused', async () => {
    const { outcome, left } = await remove({ 'remove Secret/nim-api-key': 'forbidden' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'The secret "nim-api-key" could not be removed: you do not have permission (forbidden, says the cluster). Ask an administrator of the project. The secret "nim-image-pull" was left as it is.',
    });
    expect(left).toEqual(['nim-api-key', 'nim-image-pull', 'other']);
  });

  it('leaves a Secret that somebody has changed since it was read', async () => {
    const { outcome, left } = await remove({}, pair, (client) => ({
      ...client,
      remove: (reference, preconditions, options) => {
        const isLate = reference.metadata.name === 'nim-image-pull' && !options?.dryRun;
        const resourceVersion = isLate ? '13' : preconditions.resourceVersion;
        return client.remove(reference, { ...preconditions, resourceVersion }, options);
      },
    }));
    expect(outcome).toMatchObject({
      message: expect.stringMatching(
        /could not be removed: somebody has changed the project's key/,
      ),
    });
    expect(left).toEqual(['nim-image-pull', 'other']);
  });

  it('claims nothing about a Secret when no answer came', async () => {
    const { outcome } = await remove({ 'remove Secret/nim-api-key': 'unreachable' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'The cluster did not answer when the secret "nim-api-key" was removed (unreachable, says the cluster), so it may be. The secret "nim-image-pull" was left as it is.',
    });
  });

  it('goes on when somebody else has removed a Secret at the same moment', async () => {
    const { outcome } = await remove({ 'remove Secret/nim-api-key': 'notFound' });
    expect(outcome).toEqual({ status: 'removed' });
  });
});
