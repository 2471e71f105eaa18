import { dateOf } from './describe-stored-key.ts';
import type { KeyRecord } from './key-record.ts';

/** One line of what is known of a stored key. */
export interface StatusLine {
  term: string;
  description: string;
  /** What NVIDIA said, where that is what the line is about. */
  verdict?: 'success' | 'danger';
}

/** What is known of a stored key without reading it; of one that nobody wrote anything down about, little. */
export const describeKeyStatus = (record: KeyRecord | undefined): StatusLine[] => {
  if (!record) {
    return [
      { term: 'Key ends in', description: 'Not known' },
      { term: 'Verification', description: 'Not recorded' },
    ];
  }
  const { when, who, ...verification } = WORDS[record.verification];
  return [
    { term: 'Key ends in', description: record.lastFour },
    { term: 'Verification', ...verification },
    { term: when, description: dateOf(record.at) },
    ...(record.by === '' ? [] : [{ term: who, description: record.by }]),
  ];
};

const WORDS: Readonly<
  Record<KeyRecord['verification'], Omit<StatusLine, 'term'> & { when: string; who: string }>
> = {
  verified: {
    description: 'Verified',
    verdict: 'success',
    when: 'Verified on',
    who: 'Verified by',
  },
  rejected: {
    description: 'Rejected by NVIDIA',
    verdict: 'danger',
    when: 'Asked on',
    who: 'Asked by',
  },
  'not-verified': { description: 'Not verified', when: 'Added on', who: 'Added by' },
};
