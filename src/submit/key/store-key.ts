import type { KeySecretWrite } from '../../apiKey/write-key.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { asRefused } from '../describe/as-refused.ts';
import type { FailedRequest } from '../describe/describe-failure.ts';
import { describeRefusal, describeRun } from '../describe/describe-outcome.ts';
import { describeUndo } from '../describe/describe-undo.ts';
import { newSubmission } from '../plan/submission-label.ts';
import { planKey } from '../plan/submit-plan.ts';
import { type Patience, usualPatience } from '../run/patience.ts';
import { dryRunPlan, runPlan } from '../run/run-plan.ts';
import type { Untidy } from '../run/tidy-run.ts';
import { describePreviousKeys } from './tidy-key.ts';

/** What became of writing a key's Secrets, in words for a person where there is something to say. */
export type StoreOutcome =
  | { status: 'stored'; /** What is left to do. */ warning?: string }
  | { status: 'failed'; message: string };

/** Writes both Secrets of a key: asks the cluster about both first, and undoes the first if the second fails. */
export const storeKey = async (
  writes: readonly KeySecretWrite[],
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<StoreOutcome> => {
  const plan = planKey(writes, newSubmission());
  const dryRun = await dryRunPlan(plan, cluster, patience);
  if (dryRun.status === 'refused') {
    const refused = dryRun.failures.map(asRefused);
    const message = refused.some(hasComeUp)
      ? `${HAS_COME_UP} Nothing was changed. ${LOOK_FIRST}`
      : undefined;
    return { status: 'failed', message: message ?? describeRefusal(refused) };
  }
  const run = await runPlan(plan, cluster, patience);
  if (run.status === 'failed') {
    const refused = run.failures.map(asRefused);
    const message = refused.some(hasComeUp)
      ? [HAS_COME_UP, ...describeUndo(run.undo), LOOK_FIRST].join(' ')
      : describeRun(refused, run.undo);
    return { status: 'failed', message };
  }
  return run.untidy.length === 0
    ? { status: 'stored' }
    : { status: 'stored', warning: describeUntidy(run.untidy) };
};

const hasComeUp = ({ error }: FailedRequest): boolean => error.kind === 'alreadyExists';

/** Other words than in the wizard, where the key that is there can be used instead. */
const HAS_COME_UP = 'Somebody else has added a key to this project meanwhile.';
const LOOK_FIRST = 'Look at that key before you replace it.';

const describeUntidy = (untidy: readonly Untidy[]): string =>
  `${describePreviousKeys(untidy.map(({ written, error }) => ({ object: written.object, error })))} Nothing uses it there; choose "Remove the previous key".`;
