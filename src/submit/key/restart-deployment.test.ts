import { describe, expect, it } from 'vitest';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import { losing } from '../run/losing-cluster.factory.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { noPauses } from '../run/patience.factory.ts';
import { restartDeployment } from './restart-deployment.ts';

const AT = '2026-08-23T12:00:00.000Z';

const service = (resourceVersion: string, annotations = {}): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'chat', namespace: 'nim-demo', uid: 'uid-1', resourceVersion, annotations },
  spec: { predictor: {} },
});

const chat = { displayName: 'Chat', service: service('1') };

const restart = async (
  inCluster: InferenceService[],
  refusals: Refusals = {},
  change = (client: ClusterClient): ClusterClient => client,
) => {
  const cluster = memoryCluster({ objects: inCluster, refusals });
  const outcome = await restartDeployment(chat, {
    cluster: change(cluster.client),
    at: AT,
    patience: noPauses,
  });
  return { outcome, cluster };
};

describe('restarting a deployment', () => {
  it('is for its newest version, which KServe itself may have made meanwhile', async () => {
    const { outcome, cluster } = await restart([service('7')]);
    expect(outcome).toEqual({ status: 'restarted' });
    expect(cluster.patches.map(({ resourceVersion }) => resourceVersion)).toEqual(['7']);
  });

  it('leaves one alone that somebody has stopped meanwhile', async () => {
    const { outcome, cluster } = await restart([
      service('7', { 'serving.kserve.io/stop': 'true' }),
    ]);
    expect(outcome).toEqual({ status: 'stopped' });
    expect(cluster.patches).toEqual([]);
  });

  it.each([
    ['forbidden', /^Chat could not be restarted: you do not have permission /],
    ['conflict', /^Chat could not be restarted: somebody has changed it meanwhile\. Try again\.$/],
    ['unreachable', /^The cluster did not answer when Chat was restarted .*, so it may be\.$/],
  ] as const)('says why it was refused: %s', async (kind, message) => {
    const { outcome } = await restart([service('7')], { 'patch InferenceService/chat': kind });
    expect(outcome).toEqual({ status: 'failed', message: expect.stringMatching(message) });
  });

  it('is done though the answer was lost', async () => {
    const { outcome, cluster } = await restart([service('7')], {}, (client) =>
      losing(client, 'InferenceService/chat'),
    );
    expect(outcome).toEqual({ status: 'restarted' });
    expect(cluster.patches).toHaveLength(1);
  });

  it('is tried on the next version when KServe writes at the same moment', async () => {
    let tries = 0;
    const { outcome, cluster } = await restart([service('7')], {}, (client) => ({
      ...client,
      patch: (reference, patch, options) => {
        tries += 1;
        const resourceVersion = tries === 1 ? '6' : options?.resourceVersion;
        return client.patch(reference, patch, { ...options, resourceVersion });
      },
    }));
    expect(outcome).toEqual({ status: 'restarted' });
    expect(cluster.patches.map(({ resourceVersion }) => resourceVersion)).toEqual(['6', '7']);
  });

  it('says of one that is gone that it is gone', async () => {
    const { outcome } = await restart([]);
    expect(outcome).toEqual({
      status: 'failed',
      message: 'Chat could not be restarted: somebody has removed it meanwhile.',
    });
  });
});
