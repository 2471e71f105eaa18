import type { UpdateOutcome } from '../edit/run-update.ts';
import type { NotUndone, UndoReport, WrittenObject } from '../run/undo-run.ts';
import { nameWithReason, wordsOf } from './cluster-words.ts';
import { describeFailure, type FailedRequest } from './describe-failure.ts';
import { describeRefusal } from './describe-outcome.ts';
import { describeUndo, listed } from './describe-undo.ts';
import { capitalize, nameObject } from './name-object.ts';

/** An update that failed: what and why, what was undone, and what was not. */
export const describeFailedUpdate = ({
  refused,
  undo,
}: Pick<Extract<UpdateOutcome, { status: 'failed' }>, 'refused' | 'undo'>): string =>
  [
    whatFailed(refused, undo),
    ...listed('Put back as it was', undo.undone.filter(isUpdate)),
    ...undo.left.filter(({ written }) => isUpdate(written)).map(describeLeft),
    ...describeUndo({
      ...undo,
      undone: undo.undone.filter((one) => !isUpdate(one)),
      left: undo.left.filter(({ written }) => !isUpdate(written)),
    }),
  ].join(' ');

const isUpdate = ({ step }: WrittenObject): boolean => step.update !== undefined;

const whatFailed = (refused: readonly FailedRequest[], { left }: UndoReport): string =>
  left.length === 0 ? describeRefusal(refused) : refused.map(describeFailure).join(' ');

const describeLeft = ({ written, error, why }: NotUndone): string => {
  const name = capitalize(nameObject(written.object));
  const reason = wordsOf(error);
  return why === 'unknown'
    ? `${name} may be updated, since the cluster did not say (${reason}): open the deployment again to see.`
    : `${name} was changed already and could not be put back (${reason}): open the deployment again and choose the version that it is to run.`;
};

/** The deployment is updated, but a token that a person removed may still work. */
export const describeNotRemoved = (left: readonly FailedRequest[]): string =>
  `The deployment was updated, but not everything about its tokens: ${left
    .map(nameWithReason)
    .join(', ')}. Open it again and try once more.`;
