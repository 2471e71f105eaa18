import type { RefusedUpdate, UpdateOutcome } from '../edit/update-plan.ts';
import { describeRefusal } from './describe-outcome.ts';
import { capitalize, nameObject, removeCommand, withoutPeriod } from './name-object.ts';

/** Updates that were refused before anything was done, and why. */
export const describeRefusedUpdates = (refused: readonly RefusedUpdate[]): string =>
  describeRefusal(refused.map((one) => ({ verb: 'updated', ...one })));

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

/** What was made for a token and could not be removed again; nothing where all of it was. */
export const describeLeftTokens = (left: readonly RefusedUpdate[]): string =>
  left.length === 0
    ? ''
    : ` Could not be removed again: ${namesOf(left)}. Remove with: ${left.map(({ object }) => removeCommand(object)).join('; ')}`;

/** The deployment is updated, but a token that a person removed may still work. */
export const describeNotRemoved = (left: readonly RefusedUpdate[]): string =>
  `The deployment was updated, but not everything about its tokens: ${namesOf(left)}. Open it again and try once more.`;

const namesOf = (left: readonly RefusedUpdate[]): string =>
  left
    .map(({ object, error }) => `${nameObject(object)} (${withoutPeriod(error.message)})`)
    .join(', ');
