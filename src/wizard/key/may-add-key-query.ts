import { queryOptions } from '@tanstack/react-query';
import { createQuestion } from '../../apiKey/key-rights.ts';
import { askAccess } from '../ask-access.ts';

/** Whether this person may add a key to a project, asked anew each time that there is a form for one. */
export const mayAddKeyQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'mayAddKey', project],
    queryFn: async (): Promise<boolean> => (await askAccess(createQuestion(project))).isAllowed,
    staleTime: 0,
  });
