import { describe, expect, it } from 'vitest';
import { chosenModelSchema } from './model-field-value.ts';

const model = { namespace: 'nim/meta', name: 'llama', displayName: 'Llama' };

describe('the value of the model field', () => {
  it('lets the wizard go on with a model and a version', () => {
    const value = { kind: 'chosen', model, tag: '1.8.5' };
    expect(chosenModelSchema.parse(value)).toEqual(value);
  });

  it.each([
    ['no model', { kind: 'none' }],
    ['no version', { kind: 'chosen', model, tag: '' }],
    ['nothing', undefined],
  ])('holds the wizard back with %s', (_what, value) => {
    expect(chosenModelSchema.safeParse(value).success).toBe(false);
  });
});
