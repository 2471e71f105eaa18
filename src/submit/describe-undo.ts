import { nameObject, removeCommand, withoutPeriod } from './name-object.ts';
import type { NotUndone, UndoReport, WrittenObject } from './run-plan.ts';

/** What was undone, and what is left and how to deal with it; no sentence where there is nothing. */
export const describeUndo = ({ undone, left }: UndoReport): string[] => [
  ...listed(
    'Removed again',
    undone.filter((one) => !isReplaced(one)),
  ),
  ...listed('Put back as it was', undone.filter(isReplaced)),
  ...describeNotRemoved(left.filter(({ written }) => !isReplaced(written))),
  ...describeNotPutBack(left.filter(({ written }) => isReplaced(written))),
];

const isReplaced = ({ step }: WrittenObject): boolean => step.replacement !== undefined;

const listed = (what: string, objects: readonly WrittenObject[]): string[] =>
  objects.length === 0
    ? []
    : [`${what}: ${objects.map(({ object }) => nameObject(object)).join(', ')}.`];

const describeNotRemoved = (left: readonly NotUndone[]): string[] =>
  left.length === 0
    ? []
    : [
        `Could not be removed: ${namesWithReasons(left)}. Remove with: ${left
          .map(({ written }) => removeCommand(written.object))
          .join('; ')}`,
      ];

const describeNotPutBack = (left: readonly NotUndone[]): string[] =>
  left.length === 0
    ? []
    : [
        `Could not be put back: ${namesWithReasons(left)}. Enter the project's key again, so that both of its Secrets hold the same.`,
      ];

const namesWithReasons = (left: readonly NotUndone[]): string =>
  left
    .map(({ written, error }) => `${nameObject(written.object)} (${withoutPeriod(error.message)})`)
    .join(', ');
