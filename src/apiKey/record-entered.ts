import type { KeyRecord } from './key-record.ts';
import type { EnteredKeyReference } from './key-reference.ts';

/** What is written down about a key that was entered: when it is stored, and by whom. */
export const recordEntered = (
  { id, lastFour, verification }: EnteredKeyReference,
  stored: Pick<KeyRecord, 'at' | 'by'>,
): KeyRecord => ({
  id,
  lastFour,
  verification: verification === 'verified' ? 'verified' : 'not-verified',
  at: stored.at,
  by: stored.by,
});
