import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import type { ClusterClient } from '../cluster/cluster-client.ts';
import { describeStops } from './checks/problem.ts';
import { checkTokens, tokensOf } from './checks/tokens.ts';
import { asRefused } from './describe/as-refused.ts';
import { describeRefusal, describeRun } from './describe/describe-outcome.ts';
import { newSubmission } from './plan/submission-label.ts';
import { planSubmission } from './plan/submit-plan.ts';
import { type Patience, usualPatience } from './run/patience.ts';
import { dryRunPlan, runPlan } from './run/run-plan.ts';
import type { Untidy } from './run/tidy-run.ts';
import type { WrittenObject } from './run/undo-run.ts';
import { SubmissionError } from './submission-error.ts';

/**
 * Asks the cluster whether it could create everything that a bundle holds; changes nothing. What the
 * cluster cannot tell, since a dry run knows nothing of the others, is refused before: two objects of one
 * name. The review says so, too, but its checks may not have been loaded, and there is no plan for it.
 *
 * @throws SubmissionError with every reason why it could not
 */
export const checkDeployment = async (
  bundle: ResourceBundle,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<void> => {
  const clashes = checkTokens(tokensOf(bundle.tokens?.secrets ?? []));
  if (clashes.length > 0) {
    throw new SubmissionError(describeStops(clashes));
  }
  const outcome = await dryRunPlan(planSubmission(bundle, newSubmission()), cluster, patience);
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
  patience: Patience = usualPatience,
): Promise<{ written: WrittenObject[]; untidy: Untidy[] }> => {
  const outcome = await runPlan(planSubmission(bundle, newSubmission()), cluster, patience);
  if (outcome.status === 'failed') {
    const refused = outcome.failures.map(asRefused);
    throw new SubmissionError(describeRun(refused, outcome.undo), refused);
  }
  return { written: outcome.written, untidy: outcome.untidy };
};
