import type { BrokenProjectKey } from '../../apiKey/project-key.ts';
import * as words from '../../words/key.ts';
import { describeUsers } from './describe-users.ts';

/** What is wrong with a key whose Secrets are not as they should be, what can be done, and whom it concerns. */
export const describeBroken = (
  { names, missing }: BrokenProjectKey,
  advice: string,
  users: Parameters<typeof describeUsers>[0],
): { title: string; body: string } => {
  const [title, what] =
    missing === undefined
      ? [words.twoKeys, words.secretsDiffer(names.apiKey, names.imagePull)]
      : [words.keyIncomplete, words.secretMissing(missing)];
  const isUnused = !users.error && users.data?.length === 0;
  const concerned = isUnused ? '' : describeUsers(users);
  return { title, body: `${what} ${advice} ${concerned}`.trim() };
};
