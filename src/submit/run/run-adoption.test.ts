import { describe, expect, it } from 'vitest';
import { ownKeyBundle } from '../bundle.factory.ts';
import { SUBMISSION_LABEL } from '../plan/submission-label.ts';
import { planSubmission, wavesOf } from '../plan/submit-plan.ts';
import { memoryCluster, type MemoryCluster, type Refusals } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { dryRunPlan, runPlan } from './run-plan.ts';

const plan = planSubmission(ownKeyBundle(), 'some-id');
const names = ['nim-api-key-my-model', 'nim-image-pull-my-model'];

const run = async (refusals: Refusals = {}) => {
  const cluster = memoryCluster({ refusals });
  return { cluster, outcome: await runPlan(plan, cluster.client, noPauses) };
};

const secretsIn = ({ objects }: MemoryCluster) =>
  objects.filter(({ metadata }) => names.includes(metadata.name));

describe('a key for one deployment alone', () => {
  it('gets the InferenceService for its owner, so that it goes with it', async () => {
    const { cluster, outcome } = await run();
    const service = cluster.objects.find(({ kind }) => kind === 'InferenceService');
    expect(outcome.status).toBe('done');
    expect(secretsIn(cluster).map(({ metadata }) => metadata.ownerReferences)).toEqual(
      names.map(() => [
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name: 'my-model',
          uid: service?.metadata.uid,
          blockOwnerDeletion: false,
        },
      ]),
    );
  });

  it('keeps the label of its submission, as all that is owned does', async () => {
    const { cluster } = await run();
    expect(secretsIn(cluster).map(({ metadata }) => metadata.labels?.[SUBMISSION_LABEL])).toEqual([
      'some-id',
      'some-id',
    ]);
  });

  it('makes no chain longer: it is owned while accounts and roles are created', () => {
    const waves = wavesOf(plan).map((wave) => wave.map(({ id }) => id));
    expect(waves[3]).toEqual([
      'owner of Secret/nim-api-key-my-model',
      'owner of Secret/nim-image-pull-my-model',
      'ServiceAccount/my-model-sa',
      'Role/my-model-view-role',
    ]);
    expect(waves).toHaveLength(5);
  });

  it('cannot be asked about in the dry run, since neither is there', async () => {
    const cluster = memoryCluster();
    expect(await dryRunPlan(plan, cluster.client)).toEqual({ status: 'ok' });
    expect(cluster.calls.filter((call) => call.startsWith('dryRunPatch'))).toEqual([]);
  });

  it.each(names)('is undone as a whole when %s cannot be owned', async (name) => {
    const { cluster, outcome } = await run({ [`patch Secret/${name}`]: 'forbidden' });
    expect(outcome).toMatchObject({
      failures: [{ step: { id: `owner of Secret/${name}` } }],
      undo: { left: [] },
    });
    expect(cluster.objects).toEqual([]);
  });

  it('is undone when a later step fails, in the version that it has by then', async () => {
    const { cluster, outcome } = await run({ 'create RoleBinding/my-model-view': 'forbidden' });
    expect(outcome).toMatchObject({ undo: { left: [] } });
    expect(cluster.objects).toEqual([]);
    expect(cluster.removals.slice(-3)).toMatchObject(
      [
        'PersistentVolumeClaim/nim-my-model',
        ...names.toReversed().map((name) => `Secret/${name}`),
      ].map((id) => ({ id })),
    );
  });
});
