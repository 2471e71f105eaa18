import '../../test/factories/without-style-sheets.ts';
import { describe, expect, it } from 'vitest';
import { reviewField } from './fields.ts';
import { stateWith } from './wizard-state.factory.ts';

const { getInitialFieldData, resolveDependencies } = reviewField.reducerFunctions;

/** The labels of our section on the review page, for a wizard that was opened with these data. */
const labels = (initialData?: unknown): string[] => {
  const dependencies = resolveDependencies?.(stateWith(), initialData);
  const value = getInitialFieldData(undefined, undefined, dependencies);
  return (reviewField.getReviewSections?.(value, stateWith()) ?? [])
    .flatMap(({ items }) => items)
    .map(({ label }) => label);
};

describe('the section before a deployment', () => {
  it('is there for our location, and for no other', () => {
    expect(reviewField.isActive(stateWith())).toBe(true);
    expect(reviewField.isActive({})).toBe(false);
  });

  it('says what is known to be wrong, and what will be created', () => {
    expect(labels()).toEqual(['Checks', 'What will be created']);
  });

  it('says only what is known to be wrong while a deployment is edited: nothing is created', () => {
    expect(labels({ isEditing: true })).toEqual(['Checks']);
  });

  it('remembers with which tokens a deployment was opened, and nothing else of it', () => {
    const tokenAuthentication = [{ displayName: 'Laptop', k8sName: 'laptop' }];
    const initialData = { isEditing: true, tokenAuthentication, numReplicas: 1 };
    const dependencies = resolveDependencies?.(stateWith(), initialData);
    expect(getInitialFieldData(undefined, undefined, dependencies)).toEqual({
      isEditing: true,
      tokenAuthentication,
    });
  });

  it('holds no page back: there is nothing to enter', () => {
    expect(reviewField.reducerFunctions.validationSchema).toBeUndefined();
    expect(reviewField.step).toBe('summary');
  });
});
