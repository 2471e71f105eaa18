import { describe, expect, it } from 'vitest';
import { activeOverrides, type FieldOverride } from './overrides.ts';

const override = (key: string, given: Partial<FieldOverride> = {}): FieldOverride => ({
  id: 'modelType',
  type: 'modifier',
  isActive: () => true,
  extraOption: { key, label: key },
  ...given,
});
const keys = (overrides: Record<string, FieldOverride>, state = {}) =>
  activeOverrides(
    Object.entries(overrides).map(([uid, field]) => ({ uid, field })),
    'modelType',
    state,
  ).map(({ extraOption }) => extraOption?.key);

describe('activeOverrides', () => {
  it('takes the active ones of the field, in the order of their identities', () => {
    expect(
      keys({
        b: override('second'),
        a: override('first'),
        c: override('inactive', { isActive: () => false }),
        d: override('other field', { id: 'externalRoute' }),
      }),
    ).toEqual(['first', 'second']);
  });

  it('takes a forced one alone', () => {
    expect(keys({ a: override('free'), b: override('forced', { forced: true }) })).toEqual([
      'forced',
    ]);
  });

  it('takes the first of several forced ones', () => {
    expect(
      keys({ b: override('two', { forced: true }), a: override('one', { forced: true }) }),
    ).toEqual(['one']);
  });

  it('asks with the state that it was given', () => {
    const onlyNim = override('nim', {
      isActive: (state) => state.modelLocationData?.data?.type === 'nvidia-nim',
    });
    expect(keys({ a: onlyNim })).toEqual([]);
    expect(keys({ a: onlyNim }, { modelLocationData: { data: { type: 'nvidia-nim' } } })).toEqual([
      'nim',
    ]);
  });
});
