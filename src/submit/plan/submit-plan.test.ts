import { describe, expect, it } from 'vitest';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { planSubmission } from './submit-plan.ts';

const ids = (bundle = fullBundle()): string[] =>
  planSubmission(bundle, 'some-id').steps.map(({ id }) => id);

describe('the plan of a submission', () => {
  it('creates key, volume, runtime, InferenceService, and then what that owns', () => {
    expect(ids()).toEqual([
      'Secret/nim-api-key',
      'Secret/nim-image-pull',
      'PersistentVolumeClaim/nim-my-model',
      'ServingRuntime/my-model',
      'mark of Secret/nim-api-key',
      'mark of Secret/nim-image-pull',
      'mark of PersistentVolumeClaim/nim-my-model',
      'InferenceService/my-model',
      'ServiceAccount/my-model-sa',
      'Role/my-model-view-role',
      'RoleBinding/my-model-view',
      'Secret/default-my-model-sa',
      'Secret/ci-my-model-sa',
    ]);
  });

  it('has only what the bundle has', () => {
    expect(ids(leastBundle())).toEqual(['ServingRuntime/my-model', 'InferenceService/my-model']);
  });

  it('names every step once', () => {
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it('depends, and is owned, only by what comes before', () => {
    const { steps } = planSubmission(fullBundle(), 'some-id');
    const early = steps.filter((step, index) => {
      const before = new Set(steps.slice(0, index).map(({ id }) => id));
      const needed = [...step.dependsOn, ...(step.ownedBy === undefined ? [] : [step.ownedBy])];
      return needed.some((id) => !before.has(id));
    });
    expect(early).toEqual([]);
  });

  it('lets each object refer to nothing that a later step creates', () => {
    const { steps } = planSubmission(fullBundle(), 'some-id');
    const early = steps.flatMap(({ id, object }, index) => {
      const { metadata: _metadata, ...content } = object;
      const text = JSON.stringify(content);
      const later = steps
        .slice(index + 1)
        .filter(({ unmarks }) => unmarks === undefined)
        .map((step) => step.object.metadata.name);
      // A runtime and its InferenceService share a name.
      return later
        .filter((name) => name !== 'my-model' && text.includes(`"${name}"`))
        .map((name) => `${id} -> ${name}`);
    });
    expect(early).toEqual([]);
  });

  it('gives all that tokens need to the InferenceService, and nothing else', () => {
    const owned = planSubmission(fullBundle(), 'some-id').steps.filter(
      ({ ownedBy }) => ownedBy !== undefined,
    );
    expect(owned.map(({ id, ownedBy }) => [id, ownedBy])).toEqual([
      ['ServiceAccount/my-model-sa', 'InferenceService/my-model'],
      ['Role/my-model-view-role', 'InferenceService/my-model'],
      ['RoleBinding/my-model-view', 'InferenceService/my-model'],
      ['Secret/default-my-model-sa', 'InferenceService/my-model'],
      ['Secret/ci-my-model-sa', 'InferenceService/my-model'],
    ]);
  });

  it('lets a dry run miss a dependency of the role binding alone', () => {
    const tolerated = planSubmission(fullBundle(), 'some-id').steps.filter(
      (step) => step.mayMissDependencyInDryRun,
    );
    expect(tolerated.map(({ id }) => id)).toEqual(['RoleBinding/my-model-view']);
  });

  it('is plain data', () => {
    const plan = planSubmission(fullBundle(), 'some-id');
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
