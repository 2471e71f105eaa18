import { describe, expect, it } from 'vitest';
import { readRecord, recordAnnotations } from './key-record.ts';
import { recordWith } from './key-secrets.factory.ts';

describe('the record of a key', () => {
  it('is read as it was written, among the annotations of others', () => {
    const record = recordWith({ verification: 'not-verified', by: '' });
    expect(readRecord({ others: 'x', ...recordAnnotations(record) })).toEqual(record);
  });

  it('is written under names of our own', () => {
    expect(Object.keys(recordAnnotations(recordWith()))).toSatisfy((names: string[]) =>
      names.every((name) => name.startsWith('nim-wizard.opendatahub.io/key-')),
    );
  });

  it('is none on a Secret of others', () => {
    expect(readRecord(undefined)).toBeUndefined();
    expect(readRecord({ others: 'x' })).toBeUndefined();
  });

  it.each([
    ['nim-wizard.opendatahub.io/key-recorded-at', 'yesterday'],
    ['nim-wizard.opendatahub.io/key-verification', 'perhaps'],
    ['nim-wizard.opendatahub.io/key-id', ''],
  ])('is none when it cannot be understood: %s is "%s"', (name, value) => {
    expect(readRecord({ ...recordAnnotations(recordWith()), [name]: value })).toBeUndefined();
  });
});
