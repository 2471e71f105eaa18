import { queryOptions } from '@tanstack/react-query';
import { type KeyRights, rightQuestions, rightsFrom } from '../apiKey/key-rights.ts';
import type { KeySecretNames } from '../apiKey/key-secrets.ts';
import { askAccess } from '../wizard/ask-access.ts';

/** What this person may do with the Secrets of a project's key: asked of the cluster, never guessed. */
export const keyRightsQuery = (project: string, names: KeySecretNames) =>
  queryOptions({
    queryKey: ['nimWizard', 'keyRights', project, names],
    queryFn: async (): Promise<KeyRights> =>
      rightsFrom(await Promise.all(rightQuestions(project, names).map(askAccess))),
    staleTime: 0,
    gcTime: 0,
  });
