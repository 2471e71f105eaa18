import { queryOptions } from '@tanstack/react-query';
import type { KeySecretNames } from '../../apiKey/key-secrets.ts';
import { type KeyUser, keyUsers } from '../../bundle/key-users.ts';
import { listDeployments } from '../list-deployments.ts';

/** The deployments of a project that use a key's Secrets. */
export const keyUsersQuery = (project: string, names: KeySecretNames) =>
  queryOptions({
    queryKey: ['nimWizard', 'keyUsers', project, names],
    queryFn: async ({ signal }): Promise<KeyUser[]> =>
      keyUsers({ names, ...(await listDeployments(project, signal)) }),
    staleTime: 0,
    gcTime: 0,
  });
