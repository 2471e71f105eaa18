import type { EnteredKeyReference } from '../../apiKey/key-reference.ts';
import type { KeyScope } from '../../apiKey/key-secrets.ts';
import { lastFour } from '../../apiKey/key-shape.ts';
import { keepKey, knownKey } from '../../apiKey/key-vault.ts';
import { type KeyAnswer, verifyKey } from '../../apiKey/verify-key.ts';
import { sendByBrowser } from '../send-by-browser.ts';

/** What a key is entered for. */
export interface EnteredFor {
  project: string;
  /** Whose key it becomes. */
  scope: KeyScope;
  /** False when the administrator switched verification off. */
  isVerified: boolean;
  /** The project's key that the person sees now, by `stateOfKey`. */
  replaces: string;
}

type Verification = EnteredKeyReference['verification'];

/** What became of the question whether a key can be used. */
export type JudgedKey =
  | { status: 'usable'; verification: Verification }
  | { status: 'answered'; answer: Exclude<KeyAnswer, { status: 'valid' }> };

/** Asks NVIDIA about a key, unless that is switched off. Undefined when nobody waits any more. */
export const judgeEntered = async (
  { project, isVerified }: EnteredFor,
  key: string,
  signal: AbortSignal,
): Promise<JudgedKey | undefined> => {
  if (!isVerified) {
    return { status: 'usable', verification: 'switched-off' };
  }
  const answer = await askOnce(project, key, signal);
  return answer?.status === 'valid'
    ? { status: 'usable', verification: 'verified' }
    : answer && { status: 'answered', answer };
};

/** Puts a key into the vault, unless nobody waits for it any more. */
export const keepEntered = async (
  { project, scope, replaces }: EnteredFor,
  key: string,
  { verification, signal }: { verification: Verification; signal: AbortSignal },
): Promise<EnteredKeyReference | undefined> => {
  const { id } = await knownKey(project, key);
  if (signal.aborted) {
    return undefined;
  }
  keepKey(project, key);
  return { kind: 'entered', project, id, scope, lastFour: lastFour(key), verification, replaces };
};

/** The answer; one that is final is remembered, and nobody is asked again. */
const askOnce = async (
  project: string,
  key: string,
  signal: AbortSignal,
): Promise<KeyAnswer | undefined> => {
  const known = await knownKey(project, key);
  if (known.verdict) {
    return known.verdict;
  }
  try {
    const question = { project, key };
    const answer = await verifyKey({ question, send: sendByBrowser, signal });
    if (answer.status === 'valid' || answer.status === 'rejected') {
      known.verdict = answer;
    }
    return answer;
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
};
