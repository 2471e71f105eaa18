import { describe, expect, it } from 'vitest';
import type { ClusterErrorKind, ClusterOutcome } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { fullBundle } from '../bundle.factory.ts';
import { UNFINISHED_LABEL } from '../plan/submission-label.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { errorOf, memoryCluster, type MemoryCluster } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { runPlan } from './run-plan.ts';

const plan = planSubmission(fullBundle(), 'some-id');

const markedIn = ({ objects }: MemoryCluster): string[] =>
  objects
    .filter(({ metadata }) => metadata.labels?.[UNFINISHED_LABEL] !== undefined)
    .map(({ metadata }) => metadata.name);

/** The volume's mark cannot be taken off, as often as that. */
const refusingMark = (times: number, kind: ClusterErrorKind) => {
  const cluster = memoryCluster();
  let refused = 0;
  const patch = async <T extends KubernetesObject>(
    ...given: Parameters<typeof cluster.client.patch>
  ): Promise<ClusterOutcome<T>> =>
    given[0].kind === 'PersistentVolumeClaim' && refused++ < times
      ? { status: 'failed', error: errorOf(kind) }
      : cluster.client.patch<T>(...given);
  return { cluster, client: { ...cluster.client, patch } };
};

describe('the mark of what outlives a deployment', () => {
  it('is taken off before there is a deployment, and nothing else is changed', async () => {
    const cluster = memoryCluster();
    await runPlan(plan, cluster.client, noPauses);
    const outliving = cluster.objects.filter(({ metadata }) => metadata.resourceVersion);
    expect(cluster.patches.map(({ id }) => id)).toEqual([
      'Secret/nim-api-key',
      'Secret/nim-image-pull',
      'PersistentVolumeClaim/nim-my-model',
    ]);
    expect(outliving.map(({ metadata }) => metadata.labels?.[UNFINISHED_LABEL])).toEqual(
      Array.from({ length: 3 }, () => undefined),
    );
    const lastPatch = cluster.calls.findLastIndex((call) => call.startsWith('patch '));
    expect(cluster.calls.indexOf('create InferenceService/my-model')).toBeGreaterThan(lastPatch);
  });

  it.each(['forbidden', 'unreachable'] as const)(
    'holds nobody up, and is taken off at the end where it could not be before: %s',
    async (kind) => {
      const { cluster, client } = refusingMark(1, kind);
      expect(await runPlan(plan, client, noPauses)).toMatchObject({ status: 'done', untidy: [] });
      expect(markedIn(cluster)).toEqual([]);
    },
  );

  it('stays, and is no failure, where it can never be taken off', async () => {
    const { cluster, client } = refusingMark(Infinity, 'forbidden');
    expect(await runPlan(plan, client, noPauses)).toMatchObject({ status: 'done', untidy: [] });
    expect(markedIn(cluster)).toEqual(['nim-my-model']);
  });

  it('is no reason to leave an object, on or off', async () => {
    const { cluster, client } = refusingMark(Infinity, 'forbidden');
    const create: typeof client.create = async (object, options) =>
      object.kind === 'InferenceService'
        ? { status: 'failed', error: errorOf('invalid') }
        : client.create(object, options);
    const outcome = await runPlan(plan, { ...client, create }, noPauses);
    expect(outcome).toMatchObject({ undo: { left: [] } });
    expect(cluster.objects).toEqual([]);
  });
});
