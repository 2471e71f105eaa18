import { describe, expect, it } from 'vitest';
import { describeWait } from './describe-wait.ts';

const BEGINNING = Date.UTC(2026, 7, 24);

const after = (ms: number): string =>
  describeWait({ until: BEGINNING + 42_000, action: 'try again' }, BEGINNING + ms);

describe('how long to wait', () => {
  it.each([
    [0, 'Wait 42 seconds, then try again.'],
    [1, 'Wait 42 seconds, then try again.'],
    [1_000, 'Wait 41 seconds, then try again.'],
    [41_000, 'Wait 1 second, then try again.'],
    [41_999, 'Wait 1 second, then try again.'],
    [42_000, 'You can try again now.'],
    [90_000, 'You can try again now.'],
  ])('is after %i ms: %s', (ms, words) => {
    expect(after(ms)).toBe(words);
  });

  it.each([
    [119, 'Wait 119 seconds, then try again.'],
    [120, 'Wait 2 minutes, then try again.'],
    [3_541, 'Wait 60 minutes, then try again.'],
  ])('of %i seconds: %s', (seconds, words) => {
    const wait = { until: BEGINNING + seconds * 1000, action: 'try again' };
    expect(describeWait(wait, BEGINNING)).toBe(words);
  });

  it('says what is waited for', () => {
    const wait = { until: BEGINNING + 9_000, action: 'check again' };
    expect(describeWait(wait, BEGINNING)).toBe('Wait 9 seconds, then check again.');
    expect(describeWait(wait, wait.until)).toBe('You can check again now.');
  });
});
