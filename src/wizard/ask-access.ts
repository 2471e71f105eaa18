import type { AccessQuestion, KeyRights } from '../apiKey/key-rights.ts';
import { rights } from '../words/loading.ts';
import { valueOrProblem } from './load-problem.ts';
import { reviewAccess } from './review-access.ts';

/** Asks the cluster whether this person may do something. */
export const askAccess = async ({
  right,
  ...resourceAttributes
}: AccessQuestion): Promise<{ right: keyof KeyRights; isAllowed: boolean }> => {
  const outcome = await reviewAccess(resourceAttributes);
  return { right, isAllowed: valueOrProblem(outcome, rights) === true };
};
