import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { fullBundle } from '../bundle.factory.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { errorOf, memoryCluster, type Refusals } from './memory-cluster.factory.ts';
import { noPauses } from './patience.factory.ts';
import { dryRunPlan, runPlan, type RunOutcome } from './run-plan.ts';

const undoOf = (outcome: RunOutcome) =>
  outcome.status === 'failed' && {
    undone: outcome.undo.undone.map(({ step }) => step.id),
    left: outcome.undo.left.map(({ written, error }) => [written.step.id, error.kind]),
  };

/** A project that has a key, and the plan of a deployment that replaces it. */
const replacing = (refusals: Refusals = {}) => {
  const pair = storedPair();
  const secrets = Object.values(pair).map((metadata): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
  }));
  const cluster = memoryCluster({ objects: secrets, refusals });
  const replacement = planSubmission(fullBundle(pair), 'some-id');
  const patchesOf = (part: 0 | 1) => replacement.steps[part]?.replacement;
  return { cluster, replacement, patchesOf };
};

describe('a run that replaces a key', () => {
  it('asks, in the dry run, about the versions that were read', async () => {
    const { cluster, replacement, patchesOf } = replacing();
    expect(await dryRunPlan(replacement, cluster.client)).toEqual({ status: 'ok' });
    expect(cluster.patches).toEqual([
      { id: 'Secret/nim-api-key', patch: patchesOf(0)?.apply, resourceVersion: '11' },
      { id: 'Secret/nim-image-pull', patch: patchesOf(1)?.apply, resourceVersion: '12' },
    ]);
    expect(cluster.calls).not.toContain('patch Secret/nim-api-key');
  });

  it('lets both Secrets forget the previous key when all else is done', async () => {
    const { cluster, replacement, patchesOf } = replacing();
    expect(await runPlan(replacement, cluster.client, noPauses)).toMatchObject({
      status: 'done',
      untidy: [],
    });
    expect(cluster.calls.slice(-3, -1)).toEqual([
      'patch Secret/nim-api-key',
      'patch Secret/nim-image-pull',
    ]);
    expect(cluster.patches.slice(-3, -1)).toEqual([
      { id: 'Secret/nim-api-key', patch: patchesOf(0)?.tidy, resourceVersion: '111' },
      { id: 'Secret/nim-image-pull', patch: patchesOf(1)?.tidy, resourceVersion: '112' },
    ]);
  });

  it('puts the previous key back when a later step fails', async () => {
    const { cluster, replacement, patchesOf } = replacing({
      'create InferenceService/my-model': 'invalid',
    });
    expect(undoOf(await runPlan(replacement, cluster.client, noPauses))).toEqual({
      undone: [
        'ServingRuntime/my-model',
        'PersistentVolumeClaim/nim-my-model',
        'Secret/nim-image-pull',
        'Secret/nim-api-key',
      ],
      left: [],
    });
    expect(cluster.patches.slice(-2)).toEqual([
      { id: 'Secret/nim-image-pull', patch: patchesOf(1)?.undo, resourceVersion: '112' },
      { id: 'Secret/nim-api-key', patch: patchesOf(0)?.undo, resourceVersion: '111' },
    ]);
  });

  it('puts the first Secret back when the second is refused', async () => {
    const { cluster, replacement } = replacing({ 'patch Secret/nim-image-pull': 'conflict' });
    expect(undoOf(await runPlan(replacement, cluster.client, noPauses))).toEqual({
      undone: ['PersistentVolumeClaim/nim-my-model', 'Secret/nim-api-key'],
      left: [],
    });
  });

  it('removes no Secret that was there before', async () => {
    const { cluster, replacement } = replacing({ 'create ServingRuntime/my-model': 'invalid' });
    await runPlan(replacement, cluster.client, noPauses);
    expect(cluster.removals.map(({ id }) => id)).toEqual(['PersistentVolumeClaim/nim-my-model']);
  });

  it('says when a Secret could not be put back, since somebody has changed it since', async () => {
    const { cluster, replacement } = replacing({ 'create ServingRuntime/my-model': 'invalid' });
    const outcome = await runPlan(
      replacement,
      {
        ...cluster.client,
        patch: async (reference, patch, options) =>
          patch === replacement.steps[0]?.replacement?.undo
            ? { status: 'failed', error: errorOf('conflict') }
            : cluster.client.patch(reference, patch, options),
      },
      noPauses,
    );
    expect(undoOf(outcome)).toMatchObject({ left: [['Secret/nim-api-key', 'conflict']] });
  });

  it('is done, and says so, when a Secret does not forget the previous key', async () => {
    const { cluster, replacement } = replacing();
    const outcome = await runPlan(
      replacement,
      {
        ...cluster.client,
        patch: async (reference, patch, options) =>
          patch === replacement.steps[1]?.replacement?.tidy
            ? { status: 'failed', error: errorOf('unreachable') }
            : cluster.client.patch(reference, patch, options),
      },
      noPauses,
    );
    expect(outcome).toMatchObject({
      status: 'done',
      untidy: [{ written: { step: { id: 'Secret/nim-image-pull' } } }],
    });
  });
});
