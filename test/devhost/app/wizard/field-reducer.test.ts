import { describe, expect, it } from 'vitest';
import { effectiveValues, noFieldValues, reduceFields, type FieldAction } from './field-reducer.ts';
import { fieldWith } from './field.factory.ts';

const initialize = (initial: unknown): FieldAction => ({
  kind: 'initialize',
  field: fieldWith({ reducerFunctions: { getInitialFieldData: () => initial } }),
  existing: undefined,
  externalData: undefined,
  dependencies: {},
});
const set = (value: unknown): FieldAction => ({ kind: 'set', stateKey: 'plugin/field', value });
const clear: FieldAction = { kind: 'clear', stateKey: 'plugin/field' };
const after = (...actions: FieldAction[]) =>
  effectiveValues(actions.reduce(reduceFields, noFieldValues));

describe('the values of fields', () => {
  it('start with what the field starts from', () => {
    expect(after(initialize('first'))).toEqual({ 'plugin/field': 'first' });
  });

  it('keep the user’s choice when the field is initialized again', () => {
    expect(after(initialize('first'), set('chosen'), initialize('second'))).toEqual({
      'plugin/field': 'chosen',
    });
  });

  it('follow a new initial value while the user has chosen nothing', () => {
    expect(after(initialize('first'), initialize('second'))).toEqual({ 'plugin/field': 'second' });
  });

  it('forget both when the field is cleared', () => {
    expect(after(initialize('first'), set('chosen'), clear)).toEqual({});
    expect(after(initialize('first'), set('chosen'), clear, initialize('second'))).toEqual({
      'plugin/field': 'second',
    });
  });

  it('live under the state key of the field if it has one', () => {
    const field = fieldWith({ stateKey: 'modelServer' });
    const action = { ...initialize(''), field } as FieldAction;
    expect(after(action)).toEqual({ modelServer: 'initial' });
  });

  it('are computed from existing data, external data and dependencies', () => {
    const field = fieldWith({
      reducerFunctions: { getInitialFieldData: (...given) => given },
    });
    const action: FieldAction = {
      kind: 'initialize',
      field,
      existing: 'existing',
      externalData: 'data',
      dependencies: { project: 'nim-demo' },
    };
    expect(after(action)).toEqual({
      'plugin/field': ['existing', 'data', { project: 'nim-demo' }],
    });
  });
});
