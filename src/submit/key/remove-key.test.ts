import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { KeySecretPair } from '../../apiKey/project-key.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { removeKey } from './remove-key.ts';

const pair = storedPair();
const other: KubernetesObject = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'other' } };

const inCluster = (given: KeySecretPair): KubernetesObject[] =>
  Object.values(given).map((metadata) => ({ apiVersion: 'v1', kind: 'Secret', metadata }));

const remove = async (refusals: Refusals = {}, given: KeySecretPair = pair) => {
  const cluster = memoryCluster({ objects: [...inCluster(given), other], refusals });
  const outcome = await removeKey('nim-demo', given, cluster.client);
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
        "Nothing was removed. The Secret nim-image-pull was not removed: somebody has changed it meanwhile. Look at the project's key again.",
    });
    expect(left).toEqual(['nim-api-key', 'nim-image-pull', 'other']);
  });

  it('says exactly what is gone when the second is refused', async () => {
    const { outcome, left } = await remove({ 'remove Secret/nim-image-pull': 'forbidden' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'The Secret nim-api-key was removed, and cannot be put back. The Secret nim-image-pull was not removed: you do not have permission (forbidden, says the cluster).',
    });
    expect(left).toEqual(['nim-image-pull', 'other']);
  });

  it('claims nothing about a Secret when no answer came', async () => {
    const { outcome } = await remove({ 'remove Secret/nim-api-key': 'unreachable' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'The cluster did not answer when the Secret nim-api-key was removed (unreachable, says the cluster), so it may be gone.',
    });
  });

  it('goes on when somebody else has removed a Secret at the same moment', async () => {
    const { outcome } = await remove({ 'remove Secret/nim-api-key': 'notFound' });
    expect(outcome).toEqual({ status: 'removed' });
  });
});
