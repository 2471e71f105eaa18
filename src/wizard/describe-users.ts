import type { KeyUser } from '../bundle/key-users.ts';
import { listNames } from '../bundle/list-names.ts';

/** Which deployments a change of the project's key concerns, as far as it is known. */
export const describeUsers = (users: {
  data: KeyUser[] | undefined;
  error: Error | null;
}): string => {
  if (users.error) {
    return `Which deployments use the project's key is not known: ${users.error.message}`;
  }
  if (!users.data) {
    return "Looking for the deployments that use the project's key.";
  }
  const count = users.data.length;
  if (count === 0) {
    return "No deployment uses the project's key.";
  }
  const listed = listNames(users.data);
  return count === 1
    ? `1 deployment uses the project's key and takes the new one when it starts next: ${listed}.`
    : `${count} deployments use the project's key and take the new one when they start next: ${listed}.`;
};
