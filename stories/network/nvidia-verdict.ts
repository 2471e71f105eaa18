import type { KeyVerdict } from '../../src/apiKey/key-verdict.ts';
import { type StandInAnswer, testKeys } from '../../test/embedded/nvidia/test-keys.ts';

/** What the service makes of NVIDIA's answer about a test key; a key of no table is rejected. */
export const verdictOf = (key: string): KeyVerdict => {
  const known = Object.values(testKeys).find((testKey) => testKey.key === key);
  return known ? verdictFor(known.answer) : { status: 'rejected' };
};

const verdictFor = (answer: StandInAnswer): KeyVerdict => {
  switch (answer.kind) {
    case 'known':
      return { status: 'valid' };
    case 'slow':
      return { status: 'unknown', reason: 'timeout' };
    case 'dropped':
      return { status: 'unknown', reason: 'unreachable' };
    case 'error':
      return verdictForCode(answer.status);
    default:
      return { status: 'unknown', reason: 'unexpected-answer' };
  }
};

const verdictForCode = (code: 401 | 403 | 429 | 500): KeyVerdict => {
  if (code === 429) {
    return { status: 'unknown', reason: 'rate-limited' };
  }
  return code === 500 ? { status: 'unknown', reason: 'server-error' } : { status: 'rejected' };
};
