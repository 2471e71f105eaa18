import { counted } from './language.ts';

/** The words about what submissions that did not come to their end have left. */
export const leftOvers = 'what earlier deployments have left in this project';
export const cannotBeCalled = (count: number): string =>
  counted(count, {
    one: () => 'A deployment in this project cannot be called by anybody',
    other: () => 'Some deployments in this project cannot be called by anybody',
  });
export const notFinished = 'An earlier deployment in this project was not finished';
export const remove = (count: number): string =>
  counted(count, { one: () => 'Remove it', other: () => 'Remove them' });
export const keep = (count: number): string =>
  counted(count, { one: () => 'Keep it', other: () => 'Keep them' });
export const isToBeRemoved = 'Remove what the earlier deployment left behind?';
export const askForRemoval =
  'You may not delete all of that: ask somebody who may edit the project.';
export const nothingRemoved = 'Nothing was removed';
export const notWithoutLook = (message: string): string =>
  `${message} Without its answer nobody can tell what is in use by now.`;
export const byHand = (count: number): string =>
  counted(count, {
    one: () => 'Whoever may remove it can also do so with this command:',
    other: () => 'Whoever may remove it can also do so with these commands:',
  });
export const allRemoved = 'What the earlier deployment left behind was removed';
