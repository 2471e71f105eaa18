import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldWith, stateWith } from './field.factory.ts';
import { validate } from './validation.ts';
import type { AnyField } from './wizard-field.ts';
import type { HostWizardState } from './wizard-state.ts';

const noError = (error: unknown) => expect.unreachable(String(error));
const check = (state: Partial<HostWizardState>, fields: AnyField[] = [], hasPreconfigure = false) =>
  validate(stateWith(state), fields, hasPreconfigure, noError);
const base = stateWith();
const named = (step: AnyField['step'], given: Partial<AnyField> = {}) =>
  fieldWith({
    step,
    ...given,
    reducerFunctions: { validationSchema: z.literal('good') },
  });

const strict = (step: AnyField['step']) => named(step, { id: 'strict', stateKey: 'slot' });
const lax = (step: AnyField['step']) =>
  fieldWith({
    id: 'lax',
    step,
    stateKey: 'slot',
    reducerFunctions: { validationSchema: z.string() },
  });

const both = (step: AnyField['step']) => check({ slot: 'bad' }, [strict(step), lax(step)]);

describe('validate', () => {
  it('accepts a wizard in which everything is filled in', () => {
    expect(check({})).toEqual({
      preconfigure: true,
      modelSource: true,
      modelDeployment: true,
      advancedOptions: true,
      all: true,
    });
  });

  it('asks for a project on the first page only if the wizard was opened without one', () => {
    const project = { setProjectName: () => undefined };
    expect(check({ project }, [], true).preconfigure).toBe(false);
    expect(check({ project }, [], false)).toMatchObject({
      preconfigure: true,
      modelDeployment: false,
    });
  });

  it('asks for a location and a type', () => {
    const { setData } = base.modelLocationData;
    expect(check({ modelLocationData: { setData } }).modelSource).toBe(false);
    const { data: _type, ...modelType } = base.modelType;
    expect(check({ modelType }).modelSource).toBe(false);
  });

  it('asks for a URI where the location is one', () => {
    const { setData } = base.modelLocationData;
    const location = (URI: string) => ({
      data: { type: 'new', fieldValues: { URI }, additionalFields: {} },
      setData,
    });
    expect(check({ modelLocationData: location('no uri') }).modelSource).toBe(false);
    expect(check({ modelLocationData: location('hf://a/b') }).modelSource).toBe(true);
  });

  it.each([
    ['modelSource', 'modelSource'],
    ['modelDeployment', 'modelDeployment'],
    ['advancedOptions', 'advancedOptions'],
  ] as const)('puts the schema of a field of step %s into that page', (step, page) => {
    expect(check({ 'plugin/field': 'good' }, [named(step)])[page]).toBe(true);
    const wrong = check({ 'plugin/field': 'bad' }, [named(step)]);
    expect(wrong).toMatchObject({ [page]: false, all: false });
  });

  it('keeps fields of one state key apart in the first page, and lets the last win in the others', () => {
    expect(both('modelSource').modelSource).toBe(false);
    expect(both('modelDeployment').modelDeployment).toBe(true);
  });

  it('validates what getFieldData makes of the stored value', () => {
    const field = fieldWith({
      reducerFunctions: {
        validationSchema: z.literal('good'),
        getFieldData: (stored) => (stored === 'raw' ? 'good' : 'bad'),
      },
    });
    expect(check({ 'plugin/field': 'raw' }, [field]).modelSource).toBe(true);
  });

  it('takes a field whose getFieldData throws for one without a value', () => {
    const thrown: unknown[] = [];
    const field = fieldWith({
      reducerFunctions: {
        validationSchema: z.string(),
        getFieldData: () => {
          throw new Error('no');
        },
      },
    });
    const { modelSource } = validate(stateWith({ 'plugin/field': 'x' }), [field], false, (error) =>
      thrown.push(error),
    );
    expect(modelSource).toBe(false);
    expect(thrown).not.toEqual([]);
  });

  it.each([
    ['no name', { name: ' ' }],
    [
      'an unusable resource name',
      { k8sName: { value: '3x', state: { immutable: false, touched: true } } },
    ],
  ])('refuses %s', (_what, given) => {
    const k8sNameDesc = { ...base.k8sNameDesc, data: { ...base.k8sNameDesc.data, ...given } };
    expect(check({ k8sNameDesc }).modelDeployment).toBe(false);
  });

  it('does not judge the resource name of an existing deployment', () => {
    const k8sName = { value: '3x', state: { immutable: true, touched: false } };
    const k8sNameDesc = { ...base.k8sNameDesc, data: { ...base.k8sNameDesc.data, k8sName } };
    expect(check({ k8sNameDesc }).modelDeployment).toBe(true);
  });

  it('asks for a hardware profile, or to keep the existing settings', () => {
    const formData = { useExistingSettings: false };
    const hardwareProfileConfig = { ...base.hardwareProfileConfig, formData };
    expect(check({ hardwareProfileConfig }).modelDeployment).toBe(false);
  });

  it.each(['1BAD', '', 'has space'])('refuses an enabled environment variable named %j', (name) => {
    const { setData } = base.environmentVariables;
    const data = (enabled: boolean) => ({
      data: { enabled, variables: [{ name, value: '' }] },
      setData,
    });
    expect(check({ environmentVariables: data(true) }).advancedOptions).toBe(false);
    expect(check({ environmentVariables: data(false) }).advancedOptions).toBe(true);
  });
});
