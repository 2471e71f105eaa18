import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../../src/dashboard/host-contract.ts';
import { fieldWith, stateWith } from '../field.factory.ts';
import type { AnyField } from '../wizard-field.ts';
import type { ApplyExtension } from '../wizard-extensions.ts';
import { applyFieldDataOf } from './apply-field-data.ts';

const empty: Deployment = {
  modelServingPlatformId: 'kserve',
  model: {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: '' },
    spec: { predictor: {} },
  },
};

/** Appends the field's value to the deployment's name. */
const append = (fieldId: string): ApplyExtension => ({
  fieldId,
  platform: 'kserve',
  apply: (deployment, value) => ({
    ...deployment,
    model: { ...deployment.model, metadata: { name: `${deployment.model.metadata.name}${value}` } },
  }),
});
const nameAfter = (fields: AnyField[], values: Record<string, unknown>) =>
  applyFieldDataOf([append('a'), append('b')], fields, stateWith(values))(empty).model.metadata
    .name;

describe('applyFieldDataOf', () => {
  it('runs each active field’s function on the result of the one before', () => {
    expect(nameAfter([fieldWith({ id: 'a' }), fieldWith({ id: 'b' })], { a: '1', b: '2' })).toBe(
      '12',
    );
  });

  it('leaves out fields that are not active or have no value', () => {
    expect(nameAfter([fieldWith({ id: 'b' })], { a: '1', b: '2' })).toBe('2');
    expect(nameAfter([fieldWith({ id: 'a' }), fieldWith({ id: 'b' })], { b: '2' })).toBe('2');
  });

  it('gives what getFieldData makes of the value', () => {
    const field = fieldWith({
      id: 'a',
      reducerFunctions: { getFieldData: (value) => `<${String(value)}>` },
    });
    expect(nameAfter([field], { a: '1' })).toBe('<1>');
  });
});
