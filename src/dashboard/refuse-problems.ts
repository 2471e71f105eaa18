import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { describeStops, type Problem } from '../submit/checks/problem.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import {
  type ProjectSight,
  seenProjectQuery,
  type SightPurpose,
} from '../wizard/seen-project-query.ts';
import type { WizardState } from './host-contract.ts';
import { problemsOf } from './problems-of.ts';
import { updateProblemsOf, type UpdateToCheck } from './update-problems-of.ts';

/** What has not come by then is not waited for: the dry run asks the cluster about most of it anyway. */
const PATIENCE_MS = 5_000;

/**
 * Refuses a deployment that is known not to work, before anything is asked. What the review page has seen
 * is enough to find nothing; nobody is refused for something old, so it is looked at again for that.
 *
 * @throws SubmissionError with everything that stops it
 */
export const refuseProblems = (options: {
  state: WizardState;
  bundle: ResourceBundle;
}): Promise<void> =>
  refuse({
    project: options.bundle.inferenceService.metadata.namespace ?? '',
    purpose: 'creation',
    problemsIn: (seen) => problemsOf({ ...options, seen }),
  });

/**
 * The same of an update.
 *
 * @throws SubmissionError with everything that stops it
 */
export const refuseUpdate = (options: UpdateToCheck): Promise<void> =>
  refuse({
    project: options.existing.model.metadata.namespace ?? '',
    purpose: 'update',
    problemsIn: (seen) => updateProblemsOf({ ...options, seen }),
  });

interface Judged {
  project: string;
  purpose: SightPurpose;
  problemsIn: (seen: SeenProject) => Problem[];
}

const refuse = async (judged: Judged): Promise<void> => {
  if (stopsIn(await sight(judged, Infinity), judged).length === 0) {
    return;
  }
  const stops = stopsIn(await sight(judged, 0), judged);
  if (stops.length > 0) {
    throw new SubmissionError(describeStops(stops));
  }
};

const sight = (
  { project, purpose }: Judged,
  staleTime: number,
): Promise<ProjectSight | undefined> =>
  Promise.race([
    queryClient.fetchQuery({ ...seenProjectQuery(project, purpose), staleTime }),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), PATIENCE_MS);
    }),
  ]);

const stopsIn = (seen: ProjectSight | undefined, { problemsIn }: Judged): Problem[] =>
  seen ? problemsIn(seen.seen).filter(({ severity }) => severity === 'stops') : [];
