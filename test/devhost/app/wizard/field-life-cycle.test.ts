import { describe, expect, it } from 'vitest';
import { fieldActions } from './field-life-cycle.ts';
import { fieldWith, stateWith } from './field.factory.ts';
import type { AnyField } from './wizard-field.ts';

const inProject = (projectName: string) =>
  stateWith({ project: { projectName, setProjectName: () => undefined } });
const perProject = (given: Partial<AnyField> = {}) =>
  fieldWith({
    ...given,
    reducerFunctions: {
      resolveDependencies: ({ project }) => ({ project: project.projectName }),
    },
  });
const kinds = (...given: Parameters<typeof fieldActions>) =>
  fieldActions(...given).map(({ kind }) => kind);

describe('fieldActions', () => {
  it('initializes a field that has become active, with its data and what is edited', () => {
    const field = perProject();
    const state = inProject('nim-demo');
    const data = { 'plugin/field': { data: ['model'], loaded: true } };
    const actions = fieldActions({ fields: [], state }, { fields: [field], state }, data, {
      'plugin/field': 'existing',
    });
    expect(actions).toEqual([
      {
        kind: 'initialize',
        field,
        existing: 'existing',
        externalData: ['model'],
        dependencies: { project: 'nim-demo' },
      },
    ]);
  });

  it('clears a field that is no longer active', () => {
    const state = stateWith();
    expect(fieldActions({ fields: [fieldWith({})], state }, { fields: [], state }, {})).toEqual([
      { kind: 'clear', stateKey: 'plugin/field' },
    ]);
  });

  it('does nothing while dependencies keep their content', () => {
    const fields = [perProject()];
    expect(kinds({ fields, state: inProject('a') }, { fields, state: inProject('a') }, {})).toEqual(
      [],
    );
  });

  it('initializes a field again when a dependency changes, and keeps what the user chose', () => {
    const fields = [perProject()];
    expect(kinds({ fields, state: inProject('a') }, { fields, state: inProject('b') }, {})).toEqual(
      ['initialize'],
    );
  });

  it('clears it first if the field says that the change calls for it', () => {
    const fields = [
      perProject({
        shouldResetOnDependencyChange: (previous, next) =>
          JSON.stringify([previous, next]) === '[{"project":"a"},{"project":"b"}]',
      }),
    ];
    expect(kinds({ fields, state: inProject('a') }, { fields, state: inProject('b') }, {})).toEqual(
      ['clear', 'initialize'],
    );
  });
});
