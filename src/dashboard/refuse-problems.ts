import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { describeStops, type Problem } from '../submit/checks/problem.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import { type ProjectSight, seenProjectQuery } from '../wizard/seen-project-query.ts';
import type { WizardState } from './host-contract.ts';
import { problemsOf } from './problems-of.ts';

/** What has not come by then is not waited for: the dry run asks the cluster about most of it anyway. */
const PATIENCE_MS = 5_000;

/**
 * Refuses a deployment that is known not to work, before anything is asked. What the review page has seen
 * is enough to find nothing; nobody is refused for something old, so it is looked at again for that.
 *
 * @throws SubmissionError with everything that stops it
 */
export const refuseProblems = async (options: {
  state: WizardState;
  bundle: ResourceBundle;
}): Promise<void> => {
  const project = options.bundle.inferenceService.metadata.namespace ?? '';
  if (stopsIn(await sight(project, Infinity), options).length === 0) {
    return;
  }
  const stops = stopsIn(await sight(project, 0), options);
  if (stops.length > 0) {
    throw new SubmissionError(describeStops(stops));
  }
};

const sight = (project: string, staleTime: number): Promise<ProjectSight | undefined> =>
  Promise.race([
    queryClient.fetchQuery({ ...seenProjectQuery(project), staleTime }),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), PATIENCE_MS);
    }),
  ]);

const stopsIn = (
  seen: ProjectSight | undefined,
  options: { state: WizardState; bundle: ResourceBundle },
): Problem[] =>
  seen
    ? problemsOf({ ...options, seen: seen.seen }).filter(({ severity }) => severity === 'stops')
    : [];
