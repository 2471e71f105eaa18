import { describe, expect, it } from 'vitest';
import { describeRecord } from './describe-stored-key.ts';
import { recordWith } from './key-secrets.factory.ts';

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
    [undefined, 'verified: not known'],
  ])('is how it ends, and when and by whom it was verified: %#', (record, words) => {
    expect(describeRecord(record)).toBe(words);
  });
});
