import { isProjectKey } from '../../apiKey/is-project-key.ts';
import type { UndoReport } from '../run/undo-run.ts';
import { describeFailure, type FailedRequest } from './describe-failure.ts';
import { describeUndo } from './describe-undo.ts';

/** Writes that were refused before anything was done, and why. */
export const describeRefusal = (failures: readonly FailedRequest[]): string =>
  `Nothing was changed. ${describeFailures(failures)}`;

/** Real steps that failed: what failed and why, what was undone, what is left and how to remove it. */
export const describeRun = (failures: readonly FailedRequest[], undo: UndoReport): string => {
  const undone = describeUndo(undo);
  return [
    describeFailures(failures),
    ...(undone.length === 0 ? ['Nothing was left behind.'] : undone),
  ].join(' ');
};

const describeFailures = (failures: readonly FailedRequest[]): string =>
  failures.filter(saysMore).map(describeFailure).join(' ');

/** That the project has a key is said once, though its two Secrets are there. */
const saysMore = (
  request: FailedRequest,
  index: number,
  failures: readonly FailedRequest[],
): boolean => !saysThereIsAKey(request) || failures.findIndex(saysThereIsAKey) === index;

const saysThereIsAKey = ({ object, error }: FailedRequest): boolean =>
  error.kind === 'alreadyExists' && isProjectKey(object);
