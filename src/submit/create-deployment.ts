import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import type { ClusterClient } from '../cluster/cluster-client.ts';
import { describeRefusal, describeRun, type RefusedWrite } from './describe-outcome.ts';
import {
  type NotUndone,
  type WrittenObject,
  dryRunPlan,
  runPlan,
  type StepFailure,
} from './run-plan.ts';
import { SubmissionError } from './submission-error.ts';
import { planSubmission } from './submit-plan.ts';

/**
 * Asks the cluster whether it could create everything that a bundle holds; changes nothing.
 *
 * @throws SubmissionError with every reason why it could not
 */
export const checkDeployment = async (
  bundle: ResourceBundle,
  cluster: ClusterClient,
): Promise<void> => {
  const outcome = await dryRunPlan(planSubmission(bundle), cluster);
  if (outcome.status === 'refused') {
    const refused = outcome.failures.map(asRefused);
    throw new SubmissionError(describeRefusal(refused), refused);
  }
};

/**
 * Creates everything that a bundle holds.
 *
 * @returns what was created or changed, as the cluster answered it, and the Secrets that still hold the
 *   previous key besides
 * @throws SubmissionError when the cluster refused a step; nothing of this submission is then left,
 *   or the message says what is
 */
export const createDeployment = async (
  bundle: ResourceBundle,
  cluster: ClusterClient,
): Promise<{ written: WrittenObject[]; untidy: NotUndone[] }> => {
  const outcome = await runPlan(planSubmission(bundle), cluster);
  if (outcome.status === 'failed') {
    const refused = asRefused(outcome.failure);
    throw new SubmissionError(describeRun(refused, outcome.undo), [refused]);
  }
  return { written: outcome.written, untidy: outcome.untidy };
};

/** A step that the cluster refused, as it is spoken of. */
export const asRefused = ({ step, error }: StepFailure): RefusedWrite => ({
  verb: step.replacement ? 'updated' : 'created',
  object: step.object,
  error,
});
