import { describe, expect, it } from 'vitest';
import { isNimLocation, isOtherProject, resolveDependencies } from './field-dependencies.ts';
import { stateWith } from './wizard-state.factory.ts';

describe('what the fields depend on', () => {
  it.each([
    [{ projectName: 'a', initialProjectName: 'b' }, 'a'],
    [{ initialProjectName: 'b' }, 'b'],
    [{ projectName: null, initialProjectName: null }, undefined],
    [{}, undefined],
  ])('is the project of %o: %s', (project, name) => {
    expect(resolveDependencies(stateWith({ project })).project).toBe(name);
  });

  it.each([
    [{ isEditing: true }, true],
    [{ isEditing: false }, false],
    [{}, false],
    [undefined, false],
    ['odd', false],
  ])('is whether a deployment is edited, which %o says: %s', (initialData, isEditing) => {
    expect(resolveDependencies(stateWith(), initialData).isEditing).toBe(isEditing);
  });

  it('has no function and no class, since the host compares it deeply', () => {
    const dependencies = resolveDependencies(stateWith());
    expect(structuredClone(dependencies)).toEqual(dependencies);
  });
});

describe('a change of the dependencies', () => {
  const before = { project: 'a', isEditing: false };

  it('resets the fields when the project is another', () => {
    expect(isOtherProject(before, { project: 'b', isEditing: false })).toBe(true);
  });

  it('leaves them alone when it is the same', () => {
    expect(isOtherProject(before, { project: 'a', isEditing: true })).toBe(false);
  });
});

describe('the location of the model', () => {
  it.each([
    [{ modelLocationData: { data: { type: 'nvidia-nim' } } }, true],
    [{ modelLocationData: { data: { type: 'new' } } }, false],
    [{ modelLocationData: { data: {} } }, false],
    [{ modelLocationData: {} }, false],
    [{}, false],
  ])('is ours in %o: %s', (state, isOurs) => {
    expect(isNimLocation(state)).toBe(isOurs);
  });
});
