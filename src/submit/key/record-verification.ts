import type { KeyRecord } from '../../apiKey/key-record.ts';
import type { KeySecretPair } from '../../apiKey/project-key.ts';
import { recordWrites } from '../../apiKey/record-writes.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { asRefused } from '../describe/as-refused.ts';
import { nameWithReason } from '../describe/cluster-words.ts';
import { describeFailure } from '../describe/describe-failure.ts';
import { newSubmission } from '../plan/submission-label.ts';
import { planKey } from '../plan/submit-plan.ts';
import { type Patience, usualPatience } from '../run/patience.ts';
import { dryRunPlan, runPlan, type StepFailure } from '../run/run-plan.ts';
import type { NotUndone } from '../run/undo-run.ts';

/** Whether both Secrets of a key say now when it was verified, and by whom. */
export type RecordingOutcome = { status: 'recorded' } | { status: 'failed'; message: string };

/** Writes a verification down on both Secrets, which are otherwise left as they are, or on neither. */
export const recordVerification = async (
  pair: Required<KeySecretPair>,
  record: KeyRecord,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<RecordingOutcome> => {
  const plan = planKey(recordWrites(pair, record), newSubmission());
  const dryRun = await dryRunPlan(plan, cluster, patience);
  if (dryRun.status === 'refused') {
    return failed(dryRun.failures[0], []);
  }
  const run = await runPlan(plan, cluster, patience);
  return run.status === 'failed' ? failed(run.failures[0], run.undo.left) : { status: 'recorded' };
};

const failed = (failure: StepFailure, left: readonly NotUndone[]): RecordingOutcome => ({
  status: 'failed',
  message: [
    'This could not be recorded.',
    describeFailure(asRefused(failure)),
    ...describeLeft(left),
    'The key itself is as it was.',
  ].join(' '),
});

const describeLeft = (left: readonly NotUndone[]): string[] =>
  left.length === 0
    ? []
    : [
        `It may stand on ${left
          .map(({ written, error }) => nameWithReason({ object: written.object, error }))
          .join(' and ')} all the same: verify the key again.`,
      ];
