import { describe, expect, it } from 'vitest';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { losing } from '../run/losing-cluster.factory.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { noPauses } from '../run/patience.factory.ts';
import { recordVerification } from './record-verification.ts';

const pair = storedPair(recordWith({ verification: 'not-verified' }));

const recordIt = async (
  refusals: Refusals = {},
  change = (client: ClusterClient): ClusterClient => client,
) => {
  const objects = Object.values(pair).map((metadata) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
  }));
  const cluster = memoryCluster({ objects, refusals });
  const outcome = await recordVerification(pair, recordWith(), change(cluster.client), noPauses);
  return { outcome, cluster };
};

describe('writing down that a key was verified', () => {
  it('is done on both Secrets, with nothing left to tidy up', async () => {
    const { outcome, cluster } = await recordIt();
    expect(outcome).toEqual({ status: 'recorded' });
    expect(cluster.calls).toEqual([
      'dryRunPatch Secret/nim-api-key',
      'dryRunPatch Secret/nim-image-pull',
      'patch Secret/nim-api-key',
      'patch Secret/nim-image-pull',
    ]);
  });

  it('is done though the answers were lost', async () => {
    const { outcome, cluster } = await recordIt({}, (client) =>
      losing(client, 'Secret/nim-api-key', 'Secret/nim-image-pull'),
    );
    expect(outcome).toEqual({ status: 'recorded' });
    expect(cluster.calls.filter((call) => call.startsWith('patch '))).toHaveLength(2);
  });

  it('says where it may stand when that could not be found out', async () => {
    const { outcome } = await recordIt({ 'get Secret/nim-image-pull': 'forbidden' }, (client) =>
      losing(client, 'Secret/nim-image-pull'),
    );
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'This could not be recorded. The secret "nim-image-pull" could not be updated: the cluster did not answer (unreachable, says the cluster). Try again. It may stand on the secret "nim-image-pull" (unreachable, says the cluster) all the same: verify the key again. The key itself is as it was.',
    });
  });

  it('is undone on the first when the second is refused', async () => {
    const { outcome, cluster } = await recordIt({ 'patch Secret/nim-image-pull': 'conflict' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'This could not be recorded. The secret "nim-image-pull" could not be updated: somebody has changed the project\'s key meanwhile. Look at it again. The key itself is as it was.',
    });
    expect(cluster.calls.at(-1)).toBe('patch Secret/nim-api-key');
    expect(cluster.patches.at(-1)?.patch).toEqual([
      { op: 'add', path: '/metadata/annotations', value: pair.apiKey.annotations },
    ]);
  });

  it('changes nothing when the cluster would refuse it', async () => {
    const { outcome, cluster } = await recordIt({ 'dryRunPatch Secret/nim-api-key': 'forbidden' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'This could not be recorded. The secret "nim-api-key" could not be updated: you do not have permission (forbidden, says the cluster). Ask an administrator of the project. The key itself is as it was.',
    });
    expect(cluster.calls.filter((call) => call.startsWith('patch '))).toEqual([]);
  });
});
