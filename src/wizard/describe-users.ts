import type { KeyUser } from '../bundle/key-users.ts';

/** Which deployments a change of the project's key concerns, as far as it is known. */
export const describeUsers = (users: {
  data: KeyUser[] | undefined;
  error: Error | null;
}): string => {
  if (users.error) {
    return `Which deployments use it is not known: ${users.error.message}`;
  }
  if (!users.data) {
    return 'Looking for the deployments that use it.';
  }
  const names = users.data.map(({ displayName }) => displayName);
  if (names.length === 0) {
    return 'No deployment uses it.';
  }
  const listed = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  return names.length === 1
    ? `It is used by 1 deployment, which takes the new key when it starts next: ${listed}.`
    : `It is used by ${names.length} deployments, which take the new key when they start next: ${listed}.`;
};
