import type { KeyUser } from '../../bundle/key-users.ts';
import { listNames } from '../../bundle/list-names.ts';
import * as words from '../../words/key.ts';

/** Which deployments a change of the project's key concerns, as far as it is known. */
export const describeUsers = (users: {
  data: KeyUser[] | undefined;
  error: Error | null;
}): string => {
  if (users.error) {
    return words.usersNotKnown(users.error.message);
  }
  if (!users.data) {
    return words.lookingForUsers;
  }
  const count = users.data.length;
  return count === 0 ? words.noUsers : words.usersOfKey(count, listNames(users.data));
};
