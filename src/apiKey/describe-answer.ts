import type { Wait } from './describe-wait.ts';
import type { KeyAnswer } from './verify-key.ts';

/** What to tell a person about a key that was not verified: what it means, and what to do. */
export interface AnswerText {
  severity: 'info' | 'warning' | 'danger';
  title: string;
  body: string;
  /** Said after that, and counted down. */
  wait?: Wait;
}

type OtherAnswer = Exclude<KeyAnswer, { status: 'valid' }>;

/** An answer other than "valid", in plain words. "Could not tell" is never called an invalid key. */
export const describeAnswer = (answer: OtherAnswer): AnswerText => {
  switch (answer.status) {
    case 'unknown':
      return answer.reason === 'no-stored-key'
        ? NO_STORED_KEY
        : describeUnknown(answer.reason, 'This says nothing about your key. Try again.');
    case 'too-many':
      return {
        severity: 'warning',
        title: 'Too many attempts',
        body: '',
        wait: { until: answer.until, action: 'try again' },
      };
    case 'not-asked':
      return {
        severity: 'warning',
        title: 'The key could not be verified',
        body: `${answer.message} Try again, or ask an administrator to check the plugin's service.`,
      };
    default:
      return ALWAYS[answer.status];
  }
};

/** Whether a person may go on with a key in spite of an answer: only where it says nothing of the key. */
export const canContinue = ({ status }: KeyAnswer): boolean =>
  status === 'unknown' || status === 'not-asked';

/** What is said in the same words each time. */
const ALWAYS: Readonly<
  Record<Exclude<OtherAnswer['status'], 'unknown' | 'too-many' | 'not-asked'>, AnswerText>
> = {
  rejected: {
    severity: 'danger',
    title: 'NVIDIA rejected this key',
    body: 'It may be mistyped, expired or revoked. Check it, or create a new personal key.',
  },
  'cannot-be-checked': {
    severity: 'info',
    title: "You cannot verify the project's key",
    body: 'You may not read it, so NVIDIA was not asked. An administrator of the project can verify it.',
  },
  forbidden: {
    severity: 'danger',
    title: 'You cannot add a key to this project',
    body: 'You need permission to create Secrets in this project. Ask an administrator of the project for it, or to add the key.',
  },
  'signed-out': {
    severity: 'danger',
    title: 'Your session has ended',
    body: 'Sign in to the dashboard again, then verify the key.',
  },
};

const NOT_REACHED = 'NVIDIA could not be reached';
const NOT_CHECKED = 'NVIDIA could not check the key';

const UNKNOWN = {
  unreachable: { title: NOT_REACHED, why: 'The service that asks NVIDIA had no connection.' },
  timeout: { title: NOT_REACHED, why: 'NVIDIA did not answer in time.' },
  'rate-limited': { title: NOT_CHECKED, why: 'NVIDIA has too many requests at the moment.' },
  'server-error': { title: NOT_CHECKED, why: 'NVIDIA answered with an error of its own.' },
  'unexpected-answer': { title: NOT_CHECKED, why: "NVIDIA's answer could not be understood." },
} as const;

/** Why nobody could tell, and what that says of the key. */
export const describeUnknown = (reason: keyof typeof UNKNOWN, ofTheKey: string): AnswerText => {
  const { title, why } = UNKNOWN[reason];
  return { severity: 'warning', title, body: `${why} ${ofTheKey}` };
};

const NO_STORED_KEY: AnswerText = {
  severity: 'warning',
  title: 'The project has no key that can be used',
  body: 'Its Secret is missing, or holds no personal key. Enter a key.',
};
