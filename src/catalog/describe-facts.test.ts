import { describe, expect, it } from 'vitest';
import { describeGpus, describeParameters, describeUpdate } from './describe-facts.ts';

describe('what is said of a model', () => {
  it.each([
    [8e9, '8 billion parameters'],
    [6e8, '600 million parameters'],
    [15.5e9, '16 billion parameters'],
    [1.6e9, '1.6 billion parameters'],
  ])('%d parameters: %s', (parameters, said) => {
    expect(describeParameters({ parameters })).toBe(said);
  });

  it.each([
    [{ count: 1, memoryGb: 24 }, '1 × 24 GB GPU'],
    [{ count: 2 }, '2 × GPU'],
    [{ count: 1024, memoryGb: 1440 }, '1,024 × 1,440 GB GPU'],
  ])('its GPUs: %o', (gpus, said) => {
    expect(describeGpus({ gpus })).toBe(said);
  });

  it('the day of its last change, wherever one is', () => {
    expect(describeUpdate({ updated: Date.parse('2026-02-03T23:59:00Z') })).toBe('Feb 3, 2026');
  });

  it('nothing where nothing is known', () => {
    expect([describeParameters({}), describeGpus({}), describeUpdate({})]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
