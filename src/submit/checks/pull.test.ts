import { describe, expect, it } from 'vitest';
import type { PullAnswer } from '../../apiKey/check-pull.ts';
import { findPullProblems } from './pull.ts';

describe('the check of a key and its image', () => {
  it.each<[PullAnswer, string]>([
    [{ status: 'not-entitled' }, 'This key is not allowed to pull this image'],
    [{ status: 'no-such-tag' }, 'The registry does not have this version'],
    [{ status: 'region-restricted' }, 'This model is not available in this region'],
  ])('warns of a refusal: %o', (answer, title) => {
    expect(findPullProblems(answer)).toEqual([
      { field: 'model', severity: 'warns', title, body: expect.stringContaining('NVIDIA') },
    ]);
  });

  it.each<PullAnswer | undefined>([
    { status: 'can-pull' },
    { status: 'unknown', reason: 'timeout' },
    { status: 'cannot-be-checked' },
    undefined,
  ])('finds nothing while nobody knows of a refusal: %o', (answer) => {
    expect(findPullProblems(answer)).toEqual([]);
  });
});
