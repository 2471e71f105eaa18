import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeRecord } from './describe-stored-key.ts';
import { recordWith } from './key-secrets.factory.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is said of a stored key', () => {
  it.each([
    [recordWith(), '…WXYZ, verified on August 22, 2026 by ada'],
    [
      recordWith({ verification: 'not-verified' }),
      '…WXYZ, not verified, added on August 22, 2026 by ada',
    ],
    [
      recordWith({ verification: 'rejected' }),
      '…WXYZ, rejected by NVIDIA on August 22, 2026 when asked by ada',
    ],
    [recordWith({ by: '' }), '…WXYZ, verified on August 22, 2026'],
    [undefined, 'not known whether it was verified'],
  ])('is how it ends, and when and by whom it was verified: %#', (record, words) => {
    expect(describeRecord(record)).toBe(words);
  });

  it('is in one language, in a browser that speaks German, too', () => {
    const { DateTimeFormat } = Intl;
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function inGerman(
      locales = 'de',
      options = {},
    ) {
      return new DateTimeFormat(locales, options);
    });
    expect(describeRecord(recordWith())).toContain('verified on August 22, 2026');
  });
});
