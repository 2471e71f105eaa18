import type { KeyRecord } from '../../apiKey/key-record.ts';
import type { KeySecretPair } from '../../apiKey/project-key.ts';
import { recordWrites } from '../../apiKey/record-writes.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { describeUndo } from '../describe/describe-undo.ts';
import { withoutPeriod } from '../describe/name-object.ts';
import { newSubmission } from '../plan/submission-label.ts';
import { planKey } from '../plan/submit-plan.ts';
import { dryRunPlan, runPlan, type StepFailure } from '../run/run-plan.ts';

/** Whether both Secrets of a key say now when it was verified, and by whom. */
export type RecordingOutcome = { status: 'recorded' } | { status: 'failed'; message: string };

/** Writes a verification down on both Secrets, which are otherwise left as they are, or on neither. */
export const recordVerification = async (
  pair: Required<KeySecretPair>,
  record: KeyRecord,
  cluster: ClusterClient,
): Promise<RecordingOutcome> => {
  const plan = planKey(recordWrites(pair, record), newSubmission());
  const dryRun = await dryRunPlan(plan, cluster);
  if (dryRun.status === 'refused') {
    return { status: 'failed', message: describeFailure(dryRun.failures[0]) };
  }
  const run = await runPlan(plan, cluster);
  return run.status === 'failed'
    ? {
        status: 'failed',
        message: [
          describeFailure(run.failures[0]),
          ...describeUndo({ undone: [], left: run.undo.left }),
        ].join(' '),
      }
    : { status: 'recorded' };
};

const describeFailure = ({ step, error }: StepFailure): string => {
  if (error.kind === 'unreachable') {
    return `The cluster did not answer when this was written on the Secret ${step.object.metadata.name}, so it may be there. The key itself is as it was.`;
  }
  const why =
    error.kind === 'conflict' || error.kind === 'notFound'
      ? 'somebody has changed the key meanwhile'
      : withoutPeriod(error.message);
  return `This could not be written on the Secret ${step.object.metadata.name}: ${why}. The key itself is as it was.`;
};
