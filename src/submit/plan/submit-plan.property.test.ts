import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import { anyBundle, anyUncheckedBundle, isPlannable } from './random-bundle.factory.ts';
import { SUBMISSION_LABEL, UNFINISHED_LABEL } from './submission-label.ts';
import { planSubmission, type PlanStep, wavesOf } from './submit-plan.ts';

const LONGEST_CHAIN = 5;

const anyPlan = anyBundle.map(({ bundle }) => planSubmission(bundle, 'some-id'));

const isChange = ({ adopts, unmarks }: PlanStep): boolean =>
  adopts !== undefined || unmarks !== undefined;

const isReplaced = ({ replacement }: PlanStep): boolean => replacement !== undefined;

const isPlanned = (bundle: ResourceBundle): boolean => {
  try {
    const { steps } = planSubmission(bundle, 'some-id');
    return new Set(steps.map(({ id }) => id)).size === steps.length;
  } catch {
    return false;
  }
};

describe('the plan of any bundle', () => {
  it('is refused where it would have two steps for one object, which the check says before', () => {
    assert(
      property(anyUncheckedBundle, ({ bundle }) => {
        expect(isPlanned(bundle)).toBe(isPlannable(bundle));
      }),
    );
  });

  it('has each step in one wave, right after the last of what it depends on', () => {
    assert(
      property(anyPlan, (plan) => {
        const waves = wavesOf(plan);
        const waveOf = new Map(
          waves.flatMap((wave, at) => wave.map(({ id }) => [id, at] as const)),
        );
        expect(waves.flat()).toHaveLength(plan.steps.length);
        expect(waveOf.size).toBe(plan.steps.length);
        for (const { id, dependsOn } of plan.steps) {
          expect(waveOf.get(id)).toBe(
            Math.max(-1, ...dependsOn.map((one) => waveOf.get(one) ?? Number.NaN)) + 1,
          );
        }
        expect(waves.length).toBeLessThanOrEqual(LONGEST_CHAIN);
      }),
    );
  });

  it('puts the submission’s label on what it creates, and on nothing else', () => {
    assert(
      property(anyPlan, ({ steps }) => {
        for (const step of steps) {
          const label = step.object.metadata.labels?.[SUBMISSION_LABEL];
          expect(label).toBe(isReplaced(step) ? undefined : 'some-id');
        }
      }),
    );
  });

  it('marks what it creates of volume and key, and takes each mark off: before there is a deployment, or with its owner', () => {
    assert(
      property(anyPlan, (plan) => {
        const { steps } = plan;
        const waveOf = (wanted: (step: PlanStep) => boolean): number =>
          wavesOf(plan).findIndex((wave) => wave.some(wanted));
        const ofService = waveOf(({ object }) => object.kind === 'InferenceService');
        for (const step of steps.filter((one) => !isChange(one))) {
          const isMarked = step.object.metadata.labels?.[UNFINISHED_LABEL] === 'some-id';
          expect(isMarked).toBe(
            ['Secret', 'PersistentVolumeClaim'].includes(step.object.kind) &&
              step.ownedBy === undefined &&
              step.replacement === undefined,
          );
          const unmarked = waveOf(({ unmarks }) => unmarks === step.id);
          const adopted = waveOf(({ adopts }) => adopts === step.id);
          expect([unmarked, adopted].filter((wave) => wave >= 0)).toHaveLength(isMarked ? 1 : 0);
          expect(unmarked).toBeLessThan(ofService);
        }
      }),
    );
  });

  it('lets the deployment own what it is told to, and waits for it', () => {
    assert(
      property(anyPlan, ({ steps }) => {
        for (const { ownedBy, dependsOn } of steps.filter((step) => step.ownedBy !== undefined)) {
          expect(ownedBy).toBe('InferenceService/my-model');
          expect(dependsOn.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
