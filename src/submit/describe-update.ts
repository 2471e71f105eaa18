import { describeRefusal } from './describe-outcome.ts';
import { capitalize, nameObject, withoutPeriod } from './name-object.ts';
import type { RefusedUpdate, UpdateOutcome } from './update-plan.ts';

/** Updates that were refused before anything was done, and why. */
export const describeRefusedUpdates = (refused: readonly RefusedUpdate[]): string =>
  describeRefusal(refused.map((one) => ({ ...one, verb: 'updated' })));

/** An update that failed: what and why, what was put back, and what was not. */
export const describeFailedUpdate = ({
  refused,
  undone,
  left,
}: Extract<UpdateOutcome, { status: 'failed' }>): string =>
  [
    whatFailed(refused, left),
    ...(undone.length === 0 ? [] : [`Put back as it was: ${undone.map(nameObject).join(', ')}.`]),
    ...left.map(describeLeft),
  ].join(' ');

const whatFailed = (refused: RefusedUpdate, left: readonly RefusedUpdate[]): string => {
  const { object, error } = refused;
  const name = nameObject(object);
  const reason = withoutPeriod(error.message);
  if (error.kind === 'unreachable') {
    return `The cluster did not answer when ${name} was updated (${reason}), so it may be. Open the deployment again to see.`;
  }
  return left.length === 0
    ? describeRefusedUpdates([refused])
    : `${capitalize(name)} could not be updated: ${reason}.`;
};

const describeLeft = ({ object, error }: RefusedUpdate): string =>
  `${capitalize(nameObject(object))} was changed already and could not be put back (${withoutPeriod(error.message)}): open the deployment again and choose the version that it is to run.`;
