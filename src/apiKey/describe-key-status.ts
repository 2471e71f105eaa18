import { dateOf } from './describe-stored-key.ts';
import type { KeyRecord } from './key-record.ts';

/** One line of what is known of a stored key. */
export interface StatusLine {
  term: string;
  description: string;
}

/** What is known of a stored key without reading it; of one that nobody wrote anything down about, little. */
export const describeKeyStatus = (record: KeyRecord | undefined): StatusLine[] => {
  if (!record) {
    return [
      { term: 'Key ends in', description: 'Not known' },
      { term: 'Verification', description: 'Not known' },
    ];
  }
  const { verification, when, who } = WORDS[record.verification];
  return [
    { term: 'Key ends in', description: record.lastFour },
    { term: 'Verification', description: verification },
    { term: when, description: dateOf(record.at) },
    ...(record.by === '' ? [] : [{ term: who, description: record.by }]),
  ];
};

const WORDS: Readonly<
  Record<KeyRecord['verification'], { verification: string; when: string; who: string }>
> = {
  verified: { verification: 'Verified', when: 'Verified on', who: 'Verified by' },
  rejected: { verification: 'Rejected by NVIDIA', when: 'Asked on', who: 'Asked by' },
  'not-verified': { verification: 'Not verified', when: 'Added on', who: 'Added by' },
};
