import type { PullAnswer } from '../../apiKey/check-pull.ts';
import { describePull } from '../../apiKey/describe-pull.ts';
import { isRefusedPull } from '../../apiKey/pull-verdict.ts';
import { type Problem, warns } from './problem.ts';

/**
 * What is known to be wrong with a key and the image that it is to pull, once NVIDIA was asked; an answer
 * that says nothing is no problem that was found.
 */
export const findPullProblems = (answer: PullAnswer | undefined): Problem[] => {
  if (answer === undefined || !isRefusedPull(answer)) {
    return [];
  }
  const { title, body } = describePull(answer);
  return [warns('model', title, body)];
};
