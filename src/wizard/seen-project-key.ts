import { queryClient } from './query-client.ts';

/** By which everything that is seen of a project before a deployment is kept. */
export const seenProjectKey = (project: string): readonly string[] => [
  'nimWizard',
  'seenProject',
  project,
];

/** What a review page shows of a project is not what it was; nobody waits for it. */
export const lookAtProjectAgain = (project: string): void =>
  void queryClient.refetchQueries({ queryKey: seenProjectKey(project), type: 'active' });
