import type { KeptObject, NotUndone, UndoReport, WrittenObject } from '../run/undo-run.ts';
import { nameWithReason } from './cluster-words.ts';
import { nameObject, removeCommand } from './name-object.ts';

/** What was undone, what is left and how to deal with it, and what others have; no sentence where there is nothing. */
export const describeUndo = ({ undone, left, kept }: UndoReport): string[] => {
  const created = left.filter(({ written }) => !isReplaced(written));
  const replaced = left.filter(({ written }) => isReplaced(written));
  return [
    ...listed(
      'Removed again',
      undone.filter((one) => !isReplaced(one)),
    ),
    ...listed('Put back as it was', undone.filter(isReplaced)),
    ...describeNotRemoved(created.filter(({ why }) => why === 'refused')),
    ...describeChanged(created.filter(({ why }) => why === 'changed')),
    ...describeUnknown(created.filter(({ why }) => why === 'unknown')),
    ...describeNotPutBack(replaced.filter(({ why }) => why !== 'unknown')),
    ...describeMaybeReplaced(replaced.filter(({ why }) => why === 'unknown')),
    ...describeKept(kept),
  ];
};

const isReplaced = ({ step }: WrittenObject): boolean => step.replacement !== undefined;

/** A sentence that names objects; none where there are none. */
export const listed = (what: string, objects: readonly WrittenObject[]): string[] =>
  objects.length === 0
    ? []
    : [`${what}: ${objects.map(({ object }) => nameObject(object)).join(', ')}.`];

const describeNotRemoved = (left: readonly NotUndone[]): string[] =>
  left.length === 0 ? [] : [`Could not be removed: ${namesWithReasons(left)}.`, wayOut(left)];

const describeChanged = (left: readonly NotUndone[]): string[] =>
  left.length === 0
    ? []
    : [
        `Not removed, since somebody has changed it meanwhile: ${names(left)}. If nobody needs it: ${wayOut(left)}`,
      ];

const describeUnknown = (left: readonly NotUndone[]): string[] =>
  left.length === 0
    ? []
    : [`May be there, since the cluster did not say: ${namesWithReasons(left)}.`, wayOut(left)];

const AGAIN = "Enter the project's key again, so that both of its Secrets hold the same.";

const describeNotPutBack = (left: readonly NotUndone[]): string[] =>
  left.length === 0 ? [] : [`Could not be put back: ${namesWithReasons(left)}. ${AGAIN}`];

const describeMaybeReplaced = (left: readonly NotUndone[]): string[] =>
  left.length === 0
    ? []
    : [`May hold the new key, since the cluster did not say: ${namesWithReasons(left)}. ${AGAIN}`];

/** What stays because others use it by now, and who does. */
const describeKept = (kept: readonly KeptObject[]): string[] =>
  kept.length === 0
    ? []
    : [
        `Kept, since it is used by others meanwhile: ${kept
          .map(({ written, users }) => `${nameObject(written.object)} (${listOf(users)})`)
          .join(', ')}.`,
      ];

const listOf = (users: KeptObject['users']): string => users.map(nameObject).join(', ');

/** A key that is stored without a deployment has no label to remove it by: entered again, it is replaced. */
const wayOut = (left: readonly NotUndone[]): string => {
  const commands = left.map(({ written }) => removeCommand(written.step.object));
  return commands.includes(undefined) ? AGAIN : `Remove with: ${commands.join('; ')}`;
};

const names = (left: readonly NotUndone[]): string =>
  left.map(({ written }) => nameObject(written.object)).join(', ');

const namesWithReasons = (left: readonly NotUndone[]): string =>
  left.map(({ written, error }) => nameWithReason({ object: written.object, error })).join(', ');
