import { describe, expect, it } from 'vitest';
import { describeKeyStatus } from './describe-key-status.ts';
import type { KeyRecord } from './key-record.ts';
import { recordWith } from './key-secrets.factory.ts';

const shown = (...args: Parameters<typeof describeKeyStatus>): Record<string, string> =>
  Object.fromEntries(
    describeKeyStatus(...args).map(({ term, description }) => [term, description]),
  );

const verdicts = (verification: KeyRecord['verification']): string[] =>
  describeKeyStatus(recordWith({ verification })).flatMap(({ verdict }) => verdict ?? []);

describe('what is said of a stored key', () => {
  it('is when it was verified, and by whom', () => {
    expect(shown(recordWith())).toEqual({
      'Key ends in': 'WXYZ',
      Verification: 'Verified',
      'Verified on': 'August 22, 2026',
      'Verified by': 'ada',
    });
  });

  it('is when it was added and by whom, where nobody verified it', () => {
    expect(shown(recordWith({ verification: 'not-verified' }))).toMatchObject({
      Verification: 'Not verified',
      'Added on': 'August 22, 2026',
      'Added by': 'ada',
    });
  });

  it('is when NVIDIA rejected it, and who asked', () => {
    expect(shown(recordWith({ verification: 'rejected' }))).toMatchObject({
      Verification: 'Rejected by NVIDIA',
      'Asked on': 'August 22, 2026',
      'Asked by': 'ada',
    });
  });

  it('marks what NVIDIA said, and nothing else', () => {
    expect(verdicts('verified')).toEqual(['success']);
    expect(verdicts('rejected')).toEqual(['danger']);
    expect(verdicts('not-verified')).toEqual([]);
  });

  it('names nobody where the dashboard has no name', () => {
    expect(Object.keys(shown(recordWith({ by: '' })))).toEqual([
      'Key ends in',
      'Verification',
      'Verified on',
    ]);
  });

  it('is that nothing is known, where nothing was written down', () => {
    expect(shown(undefined)).toEqual({ 'Key ends in': 'Not known', Verification: 'Not recorded' });
  });
});
