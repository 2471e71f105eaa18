import { type AnswerText, describeAnswer, describeUnknown } from './describe-answer.ts';
import type { KeyAnswer } from './verify-key.ts';

/** What to tell a person about a stored key that was asked about again and is not known to be valid. */
export const describeStoredAnswer = (
  answer: Exclude<KeyAnswer, { status: 'valid' }>,
  source: 'project' | 'older',
): AnswerText => {
  const text = describeAnswer(answer);
  switch (answer.status) {
    case 'rejected':
      return { ...text, body: `${REJECTED} ${HOW_TO_REPLACE[source]}` };
    case 'unknown':
      return answer.reason === 'no-stored-key'
        ? {
            ...text,
            body: `Its Secret is gone, or holds no personal key. ${HOW_TO_REPLACE[source]}`,
          }
        : describeUnknown(answer.reason, NOT_JUDGED);
    case 'forbidden':
      return {
        ...text,
        title: "You may not verify this project's key",
        body: 'You need permission to create Secrets in this project. Ask an administrator of the project.',
      };
    default:
      return text;
  }
};

const NOT_JUDGED = 'This says nothing about the key, and nothing was changed. Try again.';

const REJECTED =
  'It may have expired or been revoked. What runs goes on, but no deployment can start with it.';

const HOW_TO_REPLACE = {
  project: 'Replace the key.',
  older: "Replace it where the dashboard's older integration took it from.",
} as const;
