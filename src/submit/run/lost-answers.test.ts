import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { SUBMISSION_LABEL } from '../plan/submission-label.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { errorOf, memoryCluster, type MemoryCluster } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { runPlan } from './run-plan.ts';

const lost = (error: ClusterError = errorOf('unreachable')) =>
  ({ status: 'failed', error }) as const;

/** The cluster does what it is asked at these objects, and the answer is lost. */
const losing = (cluster: MemoryCluster, ...ids: string[]): ClusterClient => {
  const { client } = cluster;
  const isLost = ({ kind, metadata }: Pick<KubernetesObject, 'kind' | 'metadata'>): boolean =>
    ids.includes(`${kind}/${metadata.name}`);
  return {
    ...client,
    create: async (object, options) => {
      const outcome = await client.create(object, options);
      return isLost(object) ? lost() : outcome;
    },
    patch: async <T extends KubernetesObject>(
      ...[reference, patch, options]: Parameters<ClusterClient['patch']>
    ) => {
      const outcome = await client.patch<T>(reference, patch, options);
      return isLost({ ...reference, metadata: { name: reference.metadata.name } })
        ? lost()
        : outcome;
    },
  };
};

const least = planSubmission(leastBundle(), 'some-id');

describe('an answer that was lost', () => {
  it('is no failure when the object is there with this submission’s id', async () => {
    const cluster = memoryCluster();
    const client = losing(cluster, 'ServingRuntime/my-model', 'InferenceService/my-model');
    expect(await runPlan(least, client, noPauses)).toMatchObject({ status: 'done' });
  });

  it('is no failure when a Secret has the key that was sent', async () => {
    const pair = storedPair();
    const objects = Object.values(pair).map((metadata): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata,
    }));
    const cluster = memoryCluster({ objects });
    const client = losing(cluster, 'Secret/nim-api-key', 'Secret/nim-image-pull');
    const plan = planSubmission(fullBundle(pair), 'some-id');
    expect(await runPlan(plan, client, noPauses)).toMatchObject({ status: 'done', untidy: [] });
  });

  it('means that the name is taken when the object is another’s', async () => {
    const theirs: KubernetesObject = {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: { name: 'my-model', labels: { [SUBMISSION_LABEL]: 'other-id' }, uid: 'theirs' },
    };
    const cluster = memoryCluster({ objects: [theirs] });
    const client = losing(cluster, 'InferenceService/my-model');
    expect(await runPlan(least, client, noPauses)).toMatchObject({
      failures: [{ error: { kind: 'alreadyExists' } }],
      undo: { left: [] },
    });
    expect(cluster.objects).toEqual([theirs]);
  });

  it('is a failure when the object is not there, however often one looks', async () => {
    const cluster = memoryCluster({
      refusals: { 'create InferenceService/my-model': 'unreachable' },
    });
    expect(await runPlan(least, cluster.client, noPauses)).toMatchObject({
      failures: [{ error: { kind: 'unreachable' } }],
      undo: { left: [] },
    });
    expect(cluster.calls.filter((call) => call === 'get InferenceService/my-model')).toHaveLength(
      noPauses.pauses.length + 2,
    );
    expect(cluster.objects).toEqual([]);
  });

  it('is undone when the object comes after all', async () => {
    const cluster = memoryCluster();
    const outcome = await runPlan(
      least,
      {
        ...cluster.client,
        create: async (object, options) => {
          if (object.kind === 'InferenceService') {
            return lost();
          }
          return cluster.client.create(object, options);
        },
        remove: async (reference, preconditions) => {
          const late = least.steps.find(({ object }) => object.kind === 'InferenceService');
          if (late && reference.kind === 'ServingRuntime') {
            await cluster.client.create(late.object);
          }
          return cluster.client.remove(reference, preconditions);
        },
      },
      noPauses,
    );
    expect(outcome).toMatchObject({ status: 'failed', undo: { left: [] } });
    expect(cluster.objects).toEqual([]);
  });

  it('leaves what nobody could look for, and says that it may be there', async () => {
    const cluster = memoryCluster({ refusals: { 'get InferenceService/my-model': 'forbidden' } });
    expect(
      await runPlan(least, losing(cluster, 'InferenceService/my-model'), noPauses),
    ).toMatchObject({
      undo: { left: [{ written: { step: { id: 'InferenceService/my-model' } }, why: 'unknown' }] },
    });
  });

  it('of a refusal is believed: what was not done is not looked for', async () => {
    const cluster = memoryCluster({
      refusals: { 'create InferenceService/my-model': 'forbidden' },
    });
    await runPlan(least, cluster.client, noPauses);
    expect(cluster.calls.filter((call) => call.startsWith('get'))).toEqual([]);
  });
});

describe('an undo', () => {
  const failing = { 'create InferenceService/my-model': 'invalid' } as const;

  it('is tried again when the cluster did not answer', async () => {
    const cluster = memoryCluster({ refusals: failing });
    let tries = 0;
    const outcome = await runPlan(
      least,
      {
        ...cluster.client,
        remove: async (...asked) => {
          tries += 1;
          return tries < 3 ? lost() : cluster.client.remove(...asked);
        },
      },
      noPauses,
    );
    expect(outcome).toMatchObject({ undo: { left: [] } });
    expect(tries).toBe(3);
    expect(cluster.objects).toEqual([]);
  });

  it('ends some time, and says what is left', async () => {
    const cluster = memoryCluster({
      refusals: { ...failing, 'remove ServingRuntime/my-model': 'unreachable' },
    });
    expect(await runPlan(least, cluster.client, noPauses)).toMatchObject({
      undo: { left: [{ error: { kind: 'unreachable' }, why: 'refused' }] },
    });
    expect(cluster.removals).toHaveLength(noPauses.pauses.length + 1);
  });

  it('is done when the object is gone though the answer was lost', async () => {
    const cluster = memoryCluster({ refusals: failing });
    const outcome = await runPlan(
      least,
      {
        ...cluster.client,
        remove: async (...asked) => {
          await cluster.client.remove(...asked);
          return lost();
        },
      },
      noPauses,
    );
    expect(outcome).toMatchObject({ undo: { undone: [{}], left: [] } });
  });

  it.each([
    ['a controller', { finalizers: ['some'] }, 'done'],
    ['somebody', { labels: { mine: 'true' } }, 'changed'],
  ] as const)('of an object that %s has written to since', async (_who, change, expected) => {
    const cluster = memoryCluster({ refusals: failing });
    const outcome = await runPlan(
      least,
      {
        ...cluster.client,
        create: async (object, options) => {
          const answered = await cluster.client.create(object, options);
          const [there] = cluster.objects;
          if (object.kind === 'InferenceService' && there) {
            Object.assign(there.metadata, { resourceVersion: '77' }, change);
          }
          return answered.status === 'ok' && object.kind === 'ServingRuntime'
            ? { status: 'ok', value: withVersion(answered.value) }
            : answered;
        },
      },
      noPauses,
    );
    const { left } = outcome.status === 'failed' ? outcome.undo : { left: [] };
    expect(left.map(({ why }) => why)).toEqual(expected === 'done' ? [] : ['changed']);
    expect(cluster.objects).toHaveLength(expected === 'done' ? 0 : 1);
  });
});

const withVersion = <T extends KubernetesObject>(object: T): T => ({
  ...object,
  metadata: { ...object.metadata, resourceVersion: '76' },
});
