import { describe, expect, it } from 'vitest';
import { fieldWith, stateWith } from './field.factory.ts';
import {
  fieldFault,
  isDisabledByValue,
  isExternalDataSettled,
  overridesOf,
  valueOf,
} from './wizard-field.ts';

const noError = (error: unknown) => expect.unreachable(String(error));

describe('valueOf', () => {
  it('is what getFieldData makes of the stored value, also nothing', () => {
    const field = fieldWith({ reducerFunctions: { getFieldData: () => undefined } });
    expect(valueOf(field, stateWith({ 'plugin/field': 'stored' }), noError)).toBeUndefined();
  });

  it('is the stored value where there is no getFieldData', () => {
    expect(valueOf(fieldWith({}), stateWith({ 'plugin/field': 'stored' }), noError)).toBe('stored');
  });

  it.each([undefined, null])(
    'is nothing where %j is stored, and getFieldData is not asked',
    (stored) => {
      const field = fieldWith({ reducerFunctions: { getFieldData: noError } });
      expect(valueOf(field, stateWith({ 'plugin/field': stored }), noError)).toBeUndefined();
    },
  );
});

describe('isDisabledByValue', () => {
  it.each([
    [{ isDisabled: true }, true],
    [{ isDisabled: false }, true],
    [{ isDisabled: 'no' }, false],
    ['text', false],
    [undefined, false],
  ])('finds that the value %j disables its field: %j', (value, isDisabled) => {
    expect(isDisabledByValue(fieldWith({}), stateWith({ 'plugin/field': value }))).toBe(isDisabled);
  });
});

describe('overridesOf', () => {
  const switching = fieldWith({
    reducerFunctions: {
      getFieldOverrides: (value) => ({ tokenAuthentication: { isDisabled: value === 'off' } }),
    },
  });

  it('asks each field that has a value what it does to the dashboard’s own fields', () => {
    expect(overridesOf([switching], stateWith({ 'plugin/field': 'off' }))).toEqual({
      tokenAuthentication: { isDisabled: true },
    });
  });

  it('asks no field that has none', () => {
    expect(overridesOf([switching], stateWith())).toEqual({});
  });
});

describe('isExternalDataSettled', () => {
  it.each([
    [{}, true],
    [{ a: { data: 1, loaded: true } }, true],
    [{ a: { data: undefined, loaded: false, loadError: new Error('gone') } }, true],
    [{ a: { data: 1, loaded: true }, b: { data: undefined, loaded: false } }, false],
  ])('of %j is %j', (map, isSettled) => {
    expect(isExternalDataSettled(map)).toBe(isSettled);
  });
});

describe('fieldFault', () => {
  it.each([
    [undefined, 'properties.field resolved to undefined.'],
    [{ ...fieldWith({}), id: '' }, 'It has no "id".'],
    [{ ...fieldWith({}), isActive: true }, 'plugin/field has no function "isActive".'],
    [
      { ...fieldWith({}), reducerFunctions: {} },
      'plugin/field has no function "reducerFunctions.getInitialFieldData".',
    ],
    [{ ...fieldWith({}), component: undefined }, 'plugin/field has no "component".'],
    [fieldWith({}), undefined],
  ])('finds what keeps it from being a field', (field, fault) => {
    expect(fieldFault(field)).toBe(fault);
  });
});
