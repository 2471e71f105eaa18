import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { describeStops, type Problem } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/seen-project-query.ts';
import type { WizardState } from './host-contract.ts';
import type { SeenVolume } from './look-at-volume.ts';
import { problemsOf } from './problems-of.ts';

export { lookAtVolume } from './look-at-volume.ts';

/** What has not come by then is not waited for: the dry run asks the cluster about most of it anyway. */
const PATIENCE_MS = 5_000;

/**
 * Refuses a deployment that is known not to work, before anything is asked. What the review page has seen
 * is enough to find nothing, but for a volume that is reused: what that is by now is given. Nobody is
 * refused for something old, so all is looked at again for that.
 *
 * @throws SubmissionError with everything that stops it
 */
export const refuseProblems = async (options: {
  state: WizardState;
  bundle: ResourceBundle;
  /** A look that has begun already. */
  volume?: Promise<SeenVolume>;
}): Promise<void> => {
  const project = options.bundle.inferenceService.metadata.namespace ?? '';
  const [seen, volume] = await Promise.all([
    sight(project, Infinity),
    inTime(options.volume ?? Promise.resolve({})),
  ]);
  if (stopsIn({ access: [], ...seen, ...volume }, options).length === 0) {
    return;
  }
  // Who did not answer in time is not waited for once more.
  const again = seen && (await sight(project, 0));
  const stops = stopsIn({ access: [], ...volume, ...again }, options);
  if (stops.length > 0) {
    throw new SubmissionError(describeStops(stops));
  }
};

const sight = async (project: string, staleTime: number): Promise<SeenProject | undefined> =>
  (await inTime(queryClient.fetchQuery({ ...seenProjectQuery(project), staleTime })))?.seen;

const inTime = <T>(looking: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    looking,
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), PATIENCE_MS);
    }),
  ]);

const stopsIn = (
  seen: SeenProject,
  options: { state: WizardState; bundle: ResourceBundle },
): Problem[] => problemsOf({ ...options, seen }).filter(({ severity }) => severity === 'stops');
