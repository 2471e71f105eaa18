import type { ProjectKey } from '../apiKey/project-key.ts';
import { pairToReplace } from '../apiKey/project-key.ts';
import { listNames } from '../bundle/list-names.ts';
import * as words from '../words/settings.ts';
import type { KeyUsers } from './key-users.ts';

/** Unless it is known that nothing breaks, a removal has to be confirmed by more than a click. */
export const mustBeConfirmed = ({ data }: Pick<KeyUsers, 'data'>): boolean => data?.length !== 0;

type KnownUsers = Pick<KeyUsers, 'data' | 'error'>;

/** What goes with a project's key, and what does not. */
export const describeRemoval = (key: ProjectKey, users: KnownUsers): string =>
  `${whatGoes(key)} ${words.nothingElse} ${whatBreaks(users)}`;

const whatGoes = (key: ProjectKey): string =>
  words.whatGoes(Object.values(pairToReplace(key)).map(({ name }) => name));

const whatBreaks = (users: KnownUsers): string => {
  if (users.error) {
    return words.breakageNotKnown(users.error.message);
  }
  if (!users.data) {
    return words.lookingForBreakage;
  }
  return users.data.length === 0 ? words.nothingBreaks : words.wouldBreak(listNames(users.data));
};
