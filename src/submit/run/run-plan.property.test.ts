import { array, assert, asyncProperty, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { anyBundle } from '../plan/random-bundle.factory.ts';
import { planSubmission, type PlanStep, type SubmitPlan } from '../plan/submit-plan.ts';
import { memoryCluster } from './memory-cluster.factory.ts';
import { anyMishaps, anyTurns, withMishaps } from './mishaps.factory.ts';
import { noPauses } from './patience.factory.ts';
import { runPlan, type RunOutcome } from './run-plan.ts';

const idOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

/** Names of the plan that are somebody else's already. */
const anyTaken = array(nat({ max: 20 }), { maxLength: 2 });

const takenOf = (plan: SubmitPlan, places: readonly number[]): KubernetesObject[] =>
  [...new Set(places)].flatMap((place) => {
    const step = plan.steps[place];
    return step && isCreation(step)
      ? [{ ...step.object, metadata: { name: step.object.metadata.name, uid: `theirs-${place}` } }]
      : [];
  });

const leftOf = (outcome: RunOutcome): string[] =>
  outcome.status === 'failed' ? outcome.undo.left.map(({ written }) => idOf(written.object)) : [];

describe('the run of any plan, whatever happens to its requests', () => {
  it('ends with everything there, or names what is left; what is somebody else’s is as it was', async () => {
    await assert(
      asyncProperty(anyBundle, anyMishaps, anyTaken, async (submission, mishaps, places) => {
        const plan = planSubmission(submission.bundle, 'some-id');
        const theirs = takenOf(plan, places);
        const cluster = memoryCluster({ objects: [...submission.objects, ...theirs] });
        const outcome = await runPlan(plan, withMishaps(cluster.client, mishaps), noPauses);

        expect(cluster.objects).toEqual(expect.arrayContaining(theirs));
        const replaced = submission.objects.map(({ metadata }) => metadata.uid);
        expect(cluster.objects.map(({ metadata }) => metadata.uid)).toEqual(
          expect.arrayContaining(replaced),
        );
        const ours = cluster.objects.filter(
          ({ metadata }) => metadata.uid?.startsWith('uid-') && !replaced.includes(metadata.uid),
        );
        const ids = ours.map(idOf);
        const missing = idsOfCreated(plan).filter((id) => !ids.includes(id));
        expect(outcome.status === 'done' ? missing : []).toEqual([]);
        // Nothing here collects what has lost its owner.
        const left = ours.filter(({ metadata }) => metadata.ownerReferences === undefined);
        const named = outcome.status === 'done' ? left.map(idOf) : leftOf(outcome);
        expect(named).toEqual(expect.arrayContaining(left.map(idOf)));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing when only its own requests are refused, and not the undo', async () => {
    await assert(
      asyncProperty(anyBundle, nat({ max: 15 }), async ({ bundle, objects }, place) => {
        const plan = planSubmission(bundle, 'some-id');
        // Without an answer about a mark the run goes on.
        const steps = plan.steps.filter(({ unmarks }) => unmarks === undefined);
        const step = steps[place % steps.length];
        const verb = step && isCreation(step) ? 'create' : 'patch';
        const cluster = memoryCluster({
          objects,
          refusals: step ? { [`${verb} ${idOf(step.object)}`]: 'invalid' } : {},
        });
        const outcome = await runPlan(plan, cluster.client, noPauses);
        expect(outcome).toMatchObject({ status: 'failed', undo: { left: [] } });
        expect(cluster.objects.map(withoutVersion)).toEqual(objects.map(withoutVersion));
      }),
    );
  });
});

const isCreation = ({ replacement, adopts, unmarks }: PlanStep): boolean =>
  replacement === undefined && adopts === undefined && unmarks === undefined;

const idsOfCreated = ({ steps }: SubmitPlan): string[] =>
  steps.filter(isCreation).map(({ id }) => id);

const withoutVersion = ({ metadata, ...object }: KubernetesObject): object => {
  const { resourceVersion: _version, ...others } = metadata;
  return { ...object, metadata: others };
};

describe('two submissions at once', () => {
  it('make one deployment, and neither takes anything from the other', async () => {
    await assert(
      asyncProperty(anyBundle, anyTurns, async ({ bundle, objects }, turns) => {
        const cluster = memoryCluster({ objects });
        const press = (id: string, given: readonly number[]): Promise<RunOutcome> =>
          runPlan(planSubmission(bundle, id), withMishaps(cluster.client, [], given), noPauses);
        const outcomes = await Promise.all([
          press('one', turns),
          press('other', turns.toReversed()),
        ]);
        const winners = outcomes.filter(({ status }) => status === 'done');
        // Of a key that both replace, each may have one Secret: the version that the other read is gone.
        expect(winners.length).toBeGreaterThanOrEqual(objects.length === 0 ? 1 : 0);
        expect(winners.length).toBeLessThanOrEqual(1);
        expect(outcomes.flatMap(leftOf)).toEqual([]);
        const expected = [
          ...objects.map(idOf),
          ...(winners.length === 1 ? idsOfCreated(planSubmission(bundle, 'one')) : []),
        ];
        expect(new Set(cluster.objects.map(idOf))).toEqual(new Set(expected));
      }),
      { numRuns: 300 },
    );
  });
});
