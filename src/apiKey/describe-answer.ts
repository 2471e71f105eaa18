import type { KeyAnswer } from './verify-key.ts';

/** What to tell a person about a key that was not verified: what it means, and what to do. */
export interface AnswerText {
  severity: 'warning' | 'danger';
  title: string;
  body: string;
}

/** An answer other than "valid", in plain words. "Could not tell" is never called an invalid key. */
export const describeAnswer = (answer: Exclude<KeyAnswer, { status: 'valid' }>): AnswerText => {
  switch (answer.status) {
    case 'rejected':
      return {
        severity: 'danger',
        title: 'NVIDIA rejected this key',
        body: 'It may be mistyped, expired or revoked. Check it, or create a new personal key.',
      };
    case 'unknown':
      return {
        severity: 'warning',
        title: UNKNOWN[answer.reason].title,
        body: `${UNKNOWN[answer.reason].why} This says nothing about your key. Try again.`,
      };
    case 'too-many':
      return {
        severity: 'warning',
        title: 'Too many attempts',
        body: `Wait ${answer.retryAfter === undefined ? 'a minute' : `${answer.retryAfter} seconds`}, then try again.`,
      };
    case 'forbidden':
      return {
        severity: 'danger',
        title: 'You cannot add a key to this project',
        body: 'You need permission to create Secrets in this project. Ask an administrator of the project.',
      };
    case 'signed-out':
      return {
        severity: 'danger',
        title: 'Your session has ended',
        body: 'Sign in to the dashboard again, then verify the key.',
      };
    case 'not-asked':
      return {
        severity: 'danger',
        title: 'The key could not be verified',
        body: `${answer.message} Try again, or ask an administrator to check the plugin's service.`,
      };
  }
};

/** Whether a person may go on with a key in spite of an answer: only where it says nothing of the key. */
export const canContinue = ({ status }: KeyAnswer): boolean =>
  status === 'unknown' || status === 'too-many' || status === 'not-asked';

const NOT_REACHED = 'NVIDIA could not be reached';
const NO_VERDICT = 'NVIDIA gave no verdict';

const UNKNOWN: Readonly<
  Record<Extract<KeyAnswer, { status: 'unknown' }>['reason'], { title: string; why: string }>
> = {
  unreachable: { title: NOT_REACHED, why: 'The service that asks NVIDIA had no connection.' },
  timeout: { title: NOT_REACHED, why: 'NVIDIA did not answer in time.' },
  'rate-limited': { title: NO_VERDICT, why: 'NVIDIA has too many requests at the moment.' },
  'unexpected-answer': { title: NO_VERDICT, why: "NVIDIA's answer could not be understood." },
};
