import type { KeyRecord } from './key-record.ts';

/** What is known of a stored key, as the end of a sentence: `ends in a1b2, verified on … by ada`. */
export const describeRecord = (record: KeyRecord | undefined): string => {
  if (!record) {
    return 'verified: not known';
  }
  const what = record.verification === 'verified' ? 'verified on' : 'not verified, added on';
  const who = record.by === '' ? '' : ` by ${record.by}`;
  return `ends in ${record.lastFour}, ${what} ${dateOf(record.at)}${who}`;
};

const dateOf = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(new Date(at));
