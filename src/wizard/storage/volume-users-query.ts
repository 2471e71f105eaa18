import { queryOptions } from '@tanstack/react-query';
import { listDeployments } from '../list-deployments.ts';

/** All that may use a volume of a project, to say who does; asked when somebody chooses an existing one. */
export const volumeUsersQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'volumeUsers', project],
    queryFn: ({ signal }) => listDeployments(project, signal),
  });
