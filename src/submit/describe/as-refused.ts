import type { StepFailure } from '../run/run-plan.ts';
import type { FailedRequest } from './describe-failure.ts';

/** A step that the cluster refused, as it is spoken of. */
export const asRefused = ({ step, error }: StepFailure): FailedRequest => ({
  verb: step.replacement || step.update || step.adopts !== undefined ? 'updated' : 'created',
  object: step.object,
  error,
});
