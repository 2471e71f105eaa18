import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { fullBundle, usingBundle } from '../bundle.factory.ts';
import { createDeployment } from '../create-deployment.ts';
import { UNFINISHED_LABEL } from '../plan/submission-label.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { memoryCluster, type MemoryCluster, type Refusals } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { usualPatience } from './patience.ts';
import { runPlan } from './run-plan.ts';

const idOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

const messageOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: Error) => error.message,
  );

/** Somebody deploys on the key and the volume of a submission, right before that one fails. */
const failAfterOthers = async (refusals: Refusals = {}) => {
  const cluster = memoryCluster({
    refusals: { 'create InferenceService/my-model': 'invalid', ...refusals },
  });
  const { runtime } = usingBundle('other');
  const client: ClusterClient = {
    ...cluster.client,
    create: async (object, options) => {
      if (object.kind === 'InferenceService') {
        await cluster.client.create(runtime);
      }
      return cluster.client.create(object, options);
    },
  };
  const message = await messageOf(createDeployment(fullBundle(), client, noPauses));
  return { cluster, message };
};

const shared = [
  'Secret/nim-api-key',
  'Secret/nim-image-pull',
  'PersistentVolumeClaim/nim-my-model',
];

const labelsOf = ({ objects }: MemoryCluster): object[] =>
  objects
    .filter((object) => shared.includes(idOf(object)))
    .map(({ metadata }) => metadata.labels ?? {});

describe('an undo, where somebody else has begun to use the key and the volume', () => {
  it('keeps them, says for whom, and marks them as left over no more', async () => {
    const { cluster, message } = await failAfterOthers();
    expect(cluster.objects.map(idOf).toSorted()).toEqual(
      [...shared, 'ServingRuntime/other'].toSorted(),
    );
    expect(message).toBe(
      'The deployment "my-model" could not be created: invalid, says the cluster. Removed again: the serving runtime "my-model". Kept, since it is used by others meanwhile: the volume "nim-my-model" (the serving runtime "other"), the secret "nim-image-pull" (the serving runtime "other"), the secret "nim-api-key" (the serving runtime "other").',
    );
    expect(JSON.stringify(labelsOf(cluster))).not.toContain(UNFINISHED_LABEL);
  });

  it('marks them as left over no more where it fails before any mark was taken off', async () => {
    const cluster = memoryCluster({
      refusals: { 'create PersistentVolumeClaim/nim-my-model': 'invalid' },
      objects: [usingBundle('other').runtime],
    });
    await messageOf(createDeployment(fullBundle(), cluster.client, noPauses));
    expect(cluster.objects.map(idOf)).toEqual(expect.arrayContaining(shared.slice(0, 2)));
    expect(JSON.stringify(labelsOf(cluster))).not.toContain(UNFINISHED_LABEL);
  });

  it.each(['ServingRuntime', 'InferenceService'])(
    'leaves them, and says how to remove them, where nobody may list a %s',
    async (kind) => {
      const { cluster, message } = await failAfterOthers({ [`list ${kind}`]: 'forbidden' });
      expect(cluster.objects.map(idOf)).toEqual(expect.arrayContaining(shared));
      expect(message).toContain(
        'the volume "nim-my-model" (whether others use it cannot be seen: forbidden, says the cluster)',
      );
      expect(message.match(/kubectl delete/g)).toHaveLength(shared.length);
    },
  );
});

describe('an undo that nobody answers', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given up after a minute, and what is left is named with its command', async () => {
    vi.useFakeTimers();
    const cluster = memoryCluster();
    let isSilent = false;
    const unless = <T>(answer: () => Promise<T>): Promise<T> =>
      isSilent ? new Promise<never>(() => {}) : answer();
    const { client } = cluster;
    const silent: ClusterClient = {
      ...client,
      get: (...given) => unless(() => client.get(...given)),
      list: (...given) => unless(() => client.list(...given)),
      patch: (...given) => unless(() => client.patch(...given)),
      remove: (...given) => unless(() => client.remove(...given)),
      create: async (object, options) => {
        if (object.kind === 'RoleBinding') {
          isSilent = true;
          return { status: 'failed', error: { kind: 'invalid', message: 'no', thrown: undefined } };
        }
        return client.create(object, options);
      },
    };
    const { tokens } = fullBundle();
    const bundle = { ...fullBundle(), ...(tokens ? { tokens: { ...tokens, secrets: [] } } : {}) };
    const begin = performance.now();
    const ended = messageOf(createDeployment(bundle, silent, usualPatience)).then((message) => ({
      message,
      seconds: (performance.now() - begin) / 1000,
    }));
    await vi.advanceTimersByTimeAsync(30 * 60 * 1000);
    const { message, seconds } = await ended;
    expect(seconds).toBeGreaterThan(55);
    expect(seconds).toBeLessThan(65);
    expect(message).toContain('Could not be removed: ');
    expect(message).toContain('the volume "nim-my-model" (');
    expect(message).toContain('given up after 60 seconds');
    expect(message.match(/kubectl delete/g)).toHaveLength(cluster.objects.length);
  });

  it('has its minute for itself, however long the run before it took', async () => {
    vi.useFakeTimers();
    const cluster = memoryCluster({ refusals: { 'create RoleBinding/my-model-view': 'invalid' } });
    const { client } = cluster;
    const slow: ClusterClient = {
      ...client,
      create: async (...given) => {
        await new Promise((resolve) => {
          setTimeout(resolve, 25_000);
        });
        return client.create(...given);
      },
    };
    const run = runPlan(planSubmission(fullBundle(), 'some-id'), slow, usualPatience);
    await vi.advanceTimersByTimeAsync(30 * 60 * 1000);
    expect(await run).toMatchObject({ status: 'failed', undo: { left: [] } });
    expect(cluster.objects).toEqual([]);
  });
});
