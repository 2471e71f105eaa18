import { counted, listed, written } from './language.ts';

/** The words of choosing one of the volumes that a project has. */
export const volume = 'Volume';
export const lookingForUsers = 'Looking who uses them';
export const chooseVolume = 'Choose a volume';
export const noneIsFree = 'Every volume of this project is in use, or cannot be used.';
export const volumeGone = 'This volume is no longer in the project.';
export const chooseAnother = 'Choose another one.';
export const usersNotKnown = (reason: string): string =>
  `It is not known which volumes are in use. ${reason}`;
export const noneIsProposed = (reason: string): string =>
  `It is not known which volumes are in use, so none is proposed. ${reason}`;
export const problem = (title: string, body: string): string => `${title}. ${body}`;
export const nimCache = 'NIM cache';
export const cannotBeUsed = 'cannot be used';
export const notThereYet = 'not there yet';
export const usedByNobody = 'not used by any deployment';
export const usedBy = (users: readonly string[]): string => `used by ${listed(users)}`;
export const describedVolume = (name: string, facts: readonly string[]): string =>
  `${name} (${facts.join(', ')})`;
export const factsOfChosen = (facts: readonly string[]): string => `${facts.join(', ')}.`;

// A list that is too long to be read.
export const findVolume = 'Find a volume by its name';
export const offeredOf = (offered: number, found: number): string =>
  offered === found
    ? counted(found, {
        one: () => 'One volume is listed.',
        other: (count) => `${count} volumes are listed.`,
      })
    : `The first ${written(offered)} of ${written(found)} volumes are listed.`;
