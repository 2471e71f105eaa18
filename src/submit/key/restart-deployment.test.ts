import { describe, expect, it } from 'vitest';
import type { InferenceService } from '../../cluster/kubernetes.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { restartDeployment } from './restart-deployment.ts';

const AT = '2026-08-23T12:00:00.000Z';

const service = (resourceVersion: string, annotations = {}): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'chat', namespace: 'nim-demo', uid: 'uid-1', resourceVersion, annotations },
  spec: { predictor: {} },
});

const restart = async (inCluster: InferenceService[], refusals: Refusals = {}) => {
  const cluster = memoryCluster({ objects: inCluster, refusals });
  const outcome = await restartDeployment(service('1'), { cluster: cluster.client, at: AT });
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
    ['forbidden', 'You do not have permission to restart it (forbidden, says the cluster).'],
    ['conflict', 'It changed at the same moment. Try again.'],
    ['unauthorized', 'Your session has ended. Sign in again.'],
    [
      'unreachable',
      'The cluster did not answer (unreachable, says the cluster), so it may be restarting.',
    ],
    ['invalid', 'invalid, says the cluster.'],
  ] as const)('says why it was refused: %s', async (kind, message) => {
    const { outcome } = await restart([service('7')], { 'patch InferenceService/chat': kind });
    expect(outcome).toEqual({ status: 'failed', message });
  });

  it('says of one that is gone that it is gone', async () => {
    const { outcome } = await restart([]);
    expect(outcome).toEqual({ status: 'failed', message: 'It has been deleted meanwhile.' });
  });
});
