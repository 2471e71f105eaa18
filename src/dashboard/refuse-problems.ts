import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { describeStops, type Problem } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery, type SightPurpose } from '../wizard/review/seen-project-query.ts';
import type { WizardState } from './host-contract.ts';
import type { SeenVolume } from './look-at-volume.ts';
import { problemsOf } from './problems-of.ts';
import { sightPurpose } from './sight-purpose.ts';
import { updateProblemsOf, type UpdateToCheck } from './update-problems-of.ts';

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
export const refuseProblems = (options: {
  state: WizardState;
  bundle: ResourceBundle;
  /** A look that has begun already. */
  volume?: Promise<SeenVolume>;
}): Promise<void> =>
  refuse({
    project: options.bundle.inferenceService.metadata.namespace ?? '',
    purpose: sightPurpose(options.state),
    volume: options.volume ?? Promise.resolve({}),
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
    volume: Promise.resolve({}),
    problemsIn: (seen) => updateProblemsOf({ ...options, seen }),
  });

interface Judged {
  project: string;
  purpose: SightPurpose;
  volume: Promise<SeenVolume>;
  problemsIn: (seen: SeenProject) => Problem[];
}

const refuse = async (judged: Judged): Promise<void> => {
  const [seen, volume] = await Promise.all([sight(judged, Infinity), inTime(judged.volume)]);
  if (stopsIn({ access: [], ...seen, ...volume }, judged).length === 0) {
    return;
  }
  // Who did not answer in time is not waited for once more.
  const again = seen && (await sight(judged, 0));
  const stops = stopsIn({ access: [], ...volume, ...again }, judged);
  if (stops.length > 0) {
    throw new SubmissionError(describeStops(stops));
  }
};

const sight = async (
  { project, purpose }: Judged,
  staleTime: number,
): Promise<SeenProject | undefined> =>
  (await inTime(queryClient.fetchQuery({ ...seenProjectQuery(project, purpose), staleTime })))
    ?.seen;

const inTime = <T>(looking: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    looking,
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), PATIENCE_MS);
    }),
  ]);

const stopsIn = (seen: SeenProject, { problemsIn }: Judged): Problem[] =>
  problemsIn(seen).filter(({ severity }) => severity === 'stops');
