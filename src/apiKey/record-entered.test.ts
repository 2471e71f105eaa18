import { describe, expect, it } from 'vitest';
import { enteredKey } from './key-secrets.factory.ts';
import { recordEntered } from './record-entered.ts';

const stored = { at: '2026-08-23T12:00:00.000Z', by: 'ada' };

describe('what is written down about a key that was entered', () => {
  it('is its id and its end, and who stored it when', () => {
    expect(recordEntered(enteredKey({ id: 'id-1', lastFour: 'a1b2' }), stored)).toEqual({
      id: 'id-1',
      lastFour: 'a1b2',
      verification: 'verified',
      ...stored,
    });
  });

  it.each(['switched-off', 'could-not-tell'] as const)(
    'is "not verified" where it was: %s',
    (verification) => {
      expect(recordEntered(enteredKey({ verification }), stored).verification).toBe('not-verified');
    },
  );
});
