import type { PullAnswer } from '../../apiKey/check-pull.ts';
import { describePull } from '../../apiKey/describe-pull.ts';
import { type Problem, warns } from './problem.ts';

/** What the registry has refused for certain; an answer that says nothing is no problem that was found. */
const REFUSALS: readonly PullAnswer['status'][] = [
  'not-entitled',
  'no-such-tag',
  'region-restricted',
];

/** What is known to be wrong with a key and the image that it is to pull, once NVIDIA was asked. */
export const findPullProblems = (answer: PullAnswer | undefined): Problem[] => {
  if (answer === undefined || !REFUSALS.includes(answer.status)) {
    return [];
  }
  const { title, body } = describePull(answer);
  return [warns('model', title, body)];
};
