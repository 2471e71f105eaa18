import { assert, asyncProperty } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { fullBundle, usingBundle } from '../bundle.factory.ts';
import { anyBundle } from '../plan/random-bundle.factory.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { usedBy } from '../used-by.ts';
import { memoryCluster } from './memory-cluster.factory.ts';
import { anyMishaps, anyTurns, withMishaps } from './mishaps.factory.ts';
import { noPauses } from './patience.factory.ts';
import { runPlan, type RunOutcome } from './run-plan.ts';

const idOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

const idsOfCreated = (bundle: ResourceBundle): string[] =>
  planSubmission(bundle, 'some-id')
    .steps.filter(({ object, replacement }) => !replacement && !object.metadata.uid)
    .map(({ object }) => idOf(object));

/** The same deployment under another name, on the same project's key. */
const renamed = (bundle: ResourceBundle): ResourceBundle =>
  JSON.parse(JSON.stringify(bundle).replaceAll('my-model', 'other')) as ResourceBundle;

const leftOf = (outcome: RunOutcome): string[] =>
  outcome.status === 'failed' ? outcome.undo.left.map(({ written }) => idOf(written.object)) : [];

/** Waits with its InferenceService until another submission has come to its end. */
const lateService = (client: ClusterClient, other: () => Promise<unknown>): ClusterClient => ({
  ...client,
  create: async (object, options) => {
    if (object.kind === 'InferenceService') {
      await other();
    }
    return client.create(object, options);
  },
});

describe('two different deployments at once', () => {
  it('the second keeps the key and the volume that it uses, whatever becomes of the first', async () => {
    await assert(
      asyncProperty(anyMishaps, async (mishaps) => {
        const cluster = memoryCluster();
        const second = usingBundle('other');
        let outcome: RunOutcome | undefined;
        const client = lateService(cluster.client, async () => {
          outcome ??= await runPlan(planSubmission(second, 'second'), cluster.client, noPauses);
        });
        const first = planSubmission(fullBundle(), 'first');
        await runPlan(first, withMishaps(client, mishaps), noPauses);

        const there = cluster.objects.map(idOf);
        expect(there).toEqual(
          expect.arrayContaining(outcome?.status === 'done' ? usedBy(second.runtime) : []),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('both win, or the one that has the key, which has all that it needs; the other leaves nothing', async () => {
    await assert(
      asyncProperty(anyBundle, anyTurns, async ({ bundle, objects }, turns) => {
        const cluster = memoryCluster({ objects });
        const bundles = [bundle, renamed(bundle)];
        const outcomes = await Promise.all(
          bundles.map((one, index) =>
            runPlan(
              planSubmission(one, index === 0 ? 'first' : 'second'),
              withMishaps(cluster.client, [], index === 0 ? turns : turns.toReversed()),
              noPauses,
            ),
          ),
        );
        const winners = bundles.filter((_bundle, index) => outcomes[index]?.status === 'done');
        // Of a key that both replace, each may have one Secret: the version that the other read is gone.
        expect(winners.length).toBeGreaterThanOrEqual(objects.length === 0 ? 1 : 0);
        expect(outcomes.flatMap(leftOf)).toEqual([]);
        expect(new Set(cluster.objects.map(idOf))).toEqual(
          new Set([...objects.map(idOf), ...winners.flatMap(idsOfCreated)]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
