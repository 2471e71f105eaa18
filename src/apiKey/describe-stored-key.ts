import { LANGUAGE } from '../words/language.ts';
import type { KeyRecord } from './key-record.ts';

/** What is known of a stored key: `…a1b2, verified on August 22, 2026 by ada`. */
export const describeRecord = (record: KeyRecord | undefined): string => {
  if (!record) {
    return 'not known whether it was verified';
  }
  const who = record.by === '' ? '' : ` ${BY[record.verification]} ${record.by}`;
  return `…${record.lastFour}, ${WHAT[record.verification]} ${dateOf(record.at)}${who}`;
};

const WHAT: Readonly<Record<KeyRecord['verification'], string>> = {
  verified: 'verified on',
  rejected: 'rejected by NVIDIA on',
  'not-verified': 'not verified, added on',
};

const BY: Readonly<Record<KeyRecord['verification'], string>> = {
  verified: 'by',
  rejected: 'when asked by',
  'not-verified': 'by',
};

/** A point in time (ISO 8601) as a date, in the language of the words around it. */
export const dateOf = (at: string): string =>
  new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long' }).format(new Date(at));
