import { describe, expect, it } from 'vitest';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { fullBundle } from '../bundle.factory.ts';
import { SUBMISSION_LABEL, unlabel } from '../plan/submission-label.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { memoryCluster } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { runPlan } from './run-plan.ts';

const plan = planSubmission(fullBundle(), 'some-id');

/** Runs the plan, and waits until nothing more is tried, which no person does. */
const runToTheEnd = async (client: ClusterClient): Promise<void> => {
  const outcome = await runPlan(plan, client, noPauses);
  await (outcome.status === 'done' ? outcome.unlabelled : Promise.reject(new Error('not done')));
};

describe('the label of a submission that is done', () => {
  it('is taken off what outlives the deployment, and off nothing else', async () => {
    const cluster = memoryCluster();
    await runToTheEnd(cluster.client);
    expect(cluster.calls.slice(plan.steps.length)).toEqual([
      'patch Secret/nim-api-key',
      'patch Secret/nim-image-pull',
      'patch PersistentVolumeClaim/nim-my-model',
    ]);
    expect(cluster.patches.map(({ patch }) => patch)).toEqual(
      Array.from({ length: 3 }, () => unlabel('some-id')),
    );
  });

  it('is waited for by nobody', async () => {
    const { client } = memoryCluster();
    const silent: ClusterClient = { ...client, patch: () => new Promise(() => {}) };
    expect(await runPlan(plan, silent, noPauses)).toMatchObject({ status: 'done', untidy: [] });
  });

  it('stays where the cluster refuses to take it off, and ends nothing', async () => {
    const cluster = memoryCluster({ refusals: { 'patch Secret/nim-api-key': 'forbidden' } });
    await runToTheEnd(cluster.client);
    const labels = cluster.objects
      .filter(({ metadata }) => metadata.name.startsWith('nim-'))
      .map(({ metadata }) => metadata.labels?.[SUBMISSION_LABEL]);
    expect(labels).toEqual(['some-id', undefined, undefined]);
  });
});
