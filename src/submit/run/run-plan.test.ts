import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { fullBundle } from '../bundle.factory.ts';
import { unlabel } from '../plan/submission-label.ts';
import { planSubmission, wavesOf } from '../plan/submit-plan.ts';
import { memoryCluster, type Refusals } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { dryRunPlan, runPlan, type RunOutcome } from './run-plan.ts';

const plan = planSubmission(fullBundle(), 'some-id');
const ids = plan.steps.map(({ id }) => id);

const refusing = (refusals: Refusals) => memoryCluster({ refusals });

describe('the dry run of a plan', () => {
  it('asks about every step, and changes nothing', async () => {
    const cluster = memoryCluster();
    expect(await dryRunPlan(plan, cluster.client)).toMatchObject({ status: 'ok' });
    expect(cluster.calls).toEqual(ids.map((id) => `dryRun ${id}`));
    expect(cluster.objects).toEqual([]);
  });

  it('asks about all steps at once', async () => {
    const cluster = memoryCluster();
    const waiting: (() => void)[] = [];
    const asked = dryRunPlan(plan, {
      ...cluster.client,
      create: async (object, options) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
        return cluster.client.create(object, options);
      },
    });
    expect(waiting).toHaveLength(ids.length);
    waiting.forEach((go) => go());
    expect(await asked).toMatchObject({ status: 'ok' });
  });

  it('names every step that the cluster refuses', async () => {
    const cluster = refusing({
      'dryRun PersistentVolumeClaim/nim-my-model': 'invalid',
      'dryRun Role/my-model-view-role': 'forbidden',
    });
    expect(await dryRunPlan(plan, cluster.client)).toMatchObject({
      status: 'refused',
      failures: [
        { step: { id: 'PersistentVolumeClaim/nim-my-model' }, error: { kind: 'invalid' } },
        { step: { id: 'Role/my-model-view-role' }, error: { kind: 'forbidden' } },
      ],
    });
  });

  it('is fine when only the role of the role binding is not there yet', async () => {
    const cluster = refusing({ 'dryRun RoleBinding/my-model-view': 'notFound' });
    expect(await dryRunPlan(plan, cluster.client)).toMatchObject({ status: 'ok' });
  });

  it.each(['forbidden', 'alreadyExists', 'invalid', 'unreachable'] as const)(
    'is refused when the role binding is %s',
    async (kind) => {
      const cluster = refusing({ 'dryRun RoleBinding/my-model-view': kind });
      expect(await dryRunPlan(plan, cluster.client)).toMatchObject({ status: 'refused' });
    },
  );

  it.each(ids.filter((id) => !id.startsWith('RoleBinding/')))(
    'is refused when something is not found for %s',
    async (id) => {
      const cluster = refusing({ [`dryRun ${id}`]: 'notFound' });
      expect(await dryRunPlan(plan, cluster.client)).toMatchObject({ status: 'refused' });
    },
  );
});

describe('the run of a plan', () => {
  it('creates every object, in the order of the plan', async () => {
    const cluster = memoryCluster();
    const outcome = await runPlan(plan, cluster.client, noPauses);
    expect(outcome.status).toBe('done');
    expect(cluster.calls.filter((call) => call.startsWith('create'))).toEqual(
      ids.map((id) => `create ${id}`),
    );
  });

  it('answers with the objects as the cluster has them', async () => {
    const cluster = memoryCluster();
    const outcome = await runPlan(plan, cluster.client, noPauses);
    const created = outcome.status === 'done' ? outcome.written.map(({ object }) => object) : [];
    expect(created.map(({ metadata }) => metadata.uid)).toEqual(
      cluster.objects.map(({ metadata }) => metadata.uid),
    );
  });

  it('takes the label of the submission off what outlives the deployment, and off nothing else', async () => {
    const cluster = memoryCluster();
    await runPlan(plan, cluster.client, noPauses);
    expect(cluster.calls.slice(ids.length)).toEqual([
      'patch Secret/nim-api-key',
      'patch Secret/nim-image-pull',
      'patch PersistentVolumeClaim/nim-my-model',
    ]);
    expect(cluster.patches.map(({ patch }) => patch)).toEqual(
      Array.from({ length: 3 }, () => unlabel('some-id')),
    );
  });

  it('writes at once all of which everything they depend on is there, and nothing sooner', async () => {
    const cluster = memoryCluster();
    const waves: string[][] = [];
    let underWay: string[] = [];
    await runPlan(
      plan,
      {
        ...cluster.client,
        create: async (object, options) => {
          if (underWay.length === 0) {
            waves.push((underWay = []));
          }
          underWay.push(`${object.kind}/${object.metadata.name}`);
          await new Promise((resolve) => {
            setTimeout(resolve, 1);
          });
          underWay = [];
          return cluster.client.create(object, options);
        },
      },
      noPauses,
    );
    expect(waves).toEqual(wavesOf(plan).map((wave) => wave.map(({ id }) => id)));
  });

  it("makes the InferenceService, by its uid, the owner of its tokens' resources alone", async () => {
    const cluster = memoryCluster();
    await runPlan(plan, cluster.client, noPauses);
    const service = cluster.objects.find(({ kind }) => kind === 'InferenceService');
    const owned = cluster.objects.filter(({ metadata }) => metadata.ownerReferences);
    expect(
      owned.map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.ownerReferences]),
    ).toEqual(
      plan.steps
        .filter(({ ownedBy }) => ownedBy !== undefined)
        .map(({ id }) => [
          id,
          [
            {
              apiVersion: 'serving.kserve.io/v1beta1',
              kind: 'InferenceService',
              name: 'my-model',
              uid: service?.metadata.uid,
              blockOwnerDeletion: false,
            },
          ],
        ]),
    );
  });
});

const undoOf = (outcome: RunOutcome) => {
  const undo = outcome.status === 'failed' ? outcome.undo : { undone: [], left: [] };
  return {
    undone: undo.undone.map(({ step }) => step.id),
    left: undo.left.map(({ written, error }) => [written.step.id, error.kind]),
  };
};

describe('a run of which a step fails', () => {
  it.each(ids)('leaves nothing behind when %s is refused', async (id) => {
    const cluster = refusing({ [`create ${id}`]: 'forbidden' });
    const outcome = await runPlan(plan, cluster.client, noPauses);
    expect(outcome).toMatchObject({
      status: 'failed',
      failures: [{ step: { id }, error: { kind: 'forbidden' } }],
      undo: { left: [] },
    });
    expect(cluster.objects).toEqual([]);
    const created = cluster.calls.filter((call) => call.startsWith('create '));
    expect(cluster.calls.slice(created.length)).toEqual(
      created
        .filter((call) => call !== `create ${id}`)
        .toReversed()
        .map((call) => call.replace('create', 'remove')),
    );
  });

  it('removes each object by the uid that it was created with', async () => {
    const cluster = refusing({ 'create ServingRuntime/my-model': 'invalid' });
    await runPlan(plan, cluster.client, noPauses);
    expect(cluster.removals).toEqual([
      { id: 'PersistentVolumeClaim/nim-my-model', preconditions: { uid: 'uid-3' } },
      { id: 'Secret/nim-image-pull', preconditions: { uid: 'uid-2' } },
      { id: 'Secret/nim-api-key', preconditions: { uid: 'uid-1' } },
    ]);
  });

  it('never touches what existed before', async () => {
    const before: KubernetesObject = {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: { name: 'my-model', namespace: 'nim-demo', uid: 'older' },
    };
    const cluster = memoryCluster({ objects: [before] });
    expect(await runPlan(plan, cluster.client, noPauses)).toMatchObject({
      failures: [{ step: { id: 'InferenceService/my-model' }, error: { kind: 'alreadyExists' } }],
    });
    expect(cluster.objects).toEqual([before]);
  });

  it('says what it could not remove, and removes the rest all the same', async () => {
    const cluster = refusing({
      'create ServingRuntime/my-model': 'invalid',
      'remove Secret/nim-image-pull': 'forbidden',
    });
    expect(undoOf(await runPlan(plan, cluster.client, noPauses))).toEqual({
      undone: ['PersistentVolumeClaim/nim-my-model', 'Secret/nim-api-key'],
      left: [['Secret/nim-image-pull', 'forbidden']],
    });
  });

  it('takes for removed what is gone already', async () => {
    const cluster = refusing({
      'create ServingRuntime/my-model': 'invalid',
      'remove Secret/nim-image-pull': 'notFound',
    });
    expect(undoOf(await runPlan(plan, cluster.client, noPauses)).left).toEqual([]);
  });

  it('works when it is tried again', async () => {
    const refusals: Record<string, 'invalid'> = { 'create InferenceService/my-model': 'invalid' };
    const cluster = refusing(refusals);
    await runPlan(plan, cluster.client, noPauses);
    delete refusals['create InferenceService/my-model'];
    expect(await runPlan(plan, cluster.client, noPauses)).toMatchObject({ status: 'done' });
  });
});
