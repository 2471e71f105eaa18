import { describe, expect, it } from 'vitest';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { recordVerification } from './record-verification.ts';

const pair = storedPair(recordWith({ verification: 'not-verified' }));

const recordIt = async (refusals: Refusals = {}) => {
  const objects = Object.values(pair).map((metadata) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
  }));
  const cluster = memoryCluster({ objects, refusals });
  return { outcome: await recordVerification(pair, recordWith(), cluster.client), cluster };
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

  it('is undone on the first when the second is refused', async () => {
    const { outcome, cluster } = await recordIt({ 'patch Secret/nim-image-pull': 'conflict' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'This could not be written on the Secret nim-image-pull: somebody has changed the key meanwhile. The key itself is as it was.',
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
        'This could not be written on the Secret nim-api-key: forbidden, says the cluster. The key itself is as it was.',
    });
    expect(cluster.calls.filter((call) => call.startsWith('patch '))).toEqual([]);
  });
});
