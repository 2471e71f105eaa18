import type { ProjectKey } from '../apiKey/project-key.ts';
import { pairToReplace } from '../apiKey/project-key.ts';
import { listNames } from '../bundle/list-names.ts';
import type { KeyUsers } from './key-users.ts';

/** Unless it is known that nothing breaks, a removal has to be confirmed by more than a click. */
export const mustBeConfirmed = ({ data }: KeyUsers): boolean => data?.length !== 0;

/** What goes with a project's key, and what does not. */
export const describeRemoval = (key: ProjectKey, users: KeyUsers): string =>
  `${whatGoes(key)} Nothing else is removed. ${whatBreaks(users)}`;

const whatGoes = (key: ProjectKey): string => {
  const names = Object.values(pairToReplace(key)).map(({ name }) => name);
  return `${names.length === 1 ? 'The Secret' : 'The Secrets'} ${names.join(' and ')} ${names.length === 1 ? 'goes' : 'go'}, and cannot be brought back.`;
};

const whatBreaks = (users: KeyUsers): string => {
  if (users.error) {
    return `Which deployments would break is not known: ${users.error.message}`;
  }
  if (!users.data) {
    return 'Looking for the deployments that would break.';
  }
  return users.data.length === 0
    ? 'No deployment uses the key.'
    : `${listNames(users.data)} would break: what runs goes on, but cannot start again without the key.`;
};
