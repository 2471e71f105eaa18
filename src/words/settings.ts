import { counted, listed, oneOf } from './language.ts';

/** The words of the card on a project's settings. */

// The card.
export const theKey = "The project's NVIDIA API key";
export const rightsNotLookedUp = 'What you may do with the key could not be looked up';
export const unexpected = 'Something went wrong';
export const notLoaded = 'A part of this page could not be loaded. Reload the page.';
export const cancel = 'Cancel';
export const actions = {
  add: 'Add a key',
  mend: 'Enter the key',
  verify: 'Verify again',
  replace: 'Replace',
  remove: 'Remove',
} as const;
export const verify = 'Verify';
export const notLookedUpAgain = "The project's NVIDIA API key could not be looked up again";

// What is not offered, and why.
export const withheld = (missing: readonly (keyof typeof actionsOnKey)[]): string =>
  missing.includes('add')
    ? 'You cannot add a key to this project'
    : `You cannot ${oneOf(missing.map((action) => actionsOnKey[action]))}`;
export const needsPermission = (rights: readonly (keyof typeof rightsOnSecrets)[]): string =>
  `You need permission to ${listed(rights.map((right) => rightsOnSecrets[right]))} Secrets in this project. Ask an administrator of the project.`;
const rightsOnSecrets = {
  get: 'read',
  create: 'create',
  patch: 'change',
  delete: 'delete',
} as const;
const actionsOnKey = {
  add: 'add a key',
  mend: 'enter the key again',
  tidyUp: 'remove the previous key',
  verify: 'verify the key',
  replace: 'replace it',
  remove: 'remove it',
} as const;

// The key's status.
export const usedBy = 'Used by';
/** Of a key that was verified, as most are. */
export const usualTerms = ['Key ends in', 'Verification', 'Verified on', 'Verified by', usedBy];
export const usersNotKnown = (reason: string): string => `Not known. ${reason}`;
export const lookingForUsers = 'Looking for the deployments that use it';
export const noDeployment = 'No deployment';
export const olderKey = "This key belongs to the dashboard's older integration";
export const olderKeyStays = (apiKeySecret: string, imagePullSecret: string): string =>
  `Its Secrets ${apiKeySecret} and ${imagePullSecret} are used as they are. They cannot be replaced or removed here, since that integration writes them: manage the key where it was entered.`;
export const unfinished = 'A replacement of this key was not brought to its end';
export const previousKeyLeft =
  'The key is the new one, but the previous one is still inside the Secrets. Nothing uses it there; it should be removed.';
export const removePrevious = 'Remove the previous key';
export const notVerified = 'Keys are not verified: an administrator has switched that off.';

// A key whose Secrets are not as they should be.
export const enterOrRemove = 'Enter a key, which writes both Secrets again, or remove this one.';
export const enterIt = 'Enter a key, which writes both Secrets again.';

// A project without a key, and a key of which nothing is shown.
export const absentKey = {
  project: {
    title: 'This project has no NVIDIA API key',
    body: 'It is asked for when a NIM is deployed.',
  },
  deployment: {
    title: 'This project has no NVIDIA API key of its own',
    body: 'Each deployment has a key of its own, which is asked for when a NIM is deployed.',
  },
} as const;
export const keyMissing = 'Deployments of this project are missing their key';
export const cannotStart = (names: string): string =>
  `${names} cannot start without the project's key.`;
export const unseenKey = {
  hidden: {
    title: 'You are not allowed to see whether this project has an NVIDIA API key',
    body: "It is kept in the project's Secrets, which you are not allowed to list. Somebody who may edit this project can look, and an administrator of the project can let you.",
  },
  unseen: {
    title: 'This project has an NVIDIA API key that you are not allowed to see',
    body: "It is kept in the project's Secrets, which you are not allowed to list. Somebody who may edit this project can manage it, and an administrator of the project can let you.",
  },
  'not-needed': {
    title: 'No NVIDIA API key is needed',
    body: "This cluster pulls NVIDIA's images with its own credentials. A key that was stored before stays as it is.",
  },
} as const;

// Entering a key: adding the first, mending what is incomplete, or replacing one.
export const entering = {
  absent: {
    title: 'Add an NVIDIA API key',
    explanation: 'It becomes the key of this project, for all its NIM deployments.',
    button: 'Add key',
    done: 'The key was added',
  },
  broken: {
    title: "Enter the project's NVIDIA API key",
    explanation: 'Both of its Secrets are written again.',
    button: 'Store key',
    done: 'The key was stored',
  },
  stored: {
    title: "Replace the project's NVIDIA API key",
    button: 'Replace key',
    done: 'The key was replaced',
  },
} as const;
export const whatIsReplaced = (record: string): string =>
  `The key that is there (${record}) is put back if anything fails.`;
export const askedNext =
  'Deployments that use it take the new one when they are restarted; you are asked next.';
export const notStored = 'The key was not stored';
export const keyForgotten = 'The key is not known any more. Enter it again.';

// Restarting what uses it.
export const oneThingLeft = 'One thing is left to do';
export const restartThem =
  'These deployments use it. Restart them to let them take the new key now; while one restarts it may not answer. Otherwise they take it when they start next.';
/** Some of them could not start with it. */
export const restartSome =
  'These deployments use it. What runs goes on. Restart only those that can pull their images with the new key; while one restarts it may not answer.';
export const restartsNotKnown = (reason: string): string =>
  `Which deployments use it is not known. ${reason} What runs takes the new key when it starts next.`;
export const nobodyKnowsWho =
  'Which deployments use it is not known. What runs takes the new key when it starts next.';
export const lookingForThem = 'Looking for the deployments that use it.';
export const stopped = (name: string): string =>
  `${name} is stopped, and takes the new key when it starts.`;
export const restarts = (name: string): string => `${name} restarts with the new key.`;
export const restart = 'Restart';
export const done = 'Done';
export const notNow = 'Not now';

// Removing it.
export const removeIt = "Remove the project's NVIDIA API key?";
export const removeKey = 'Remove key';
export const typeToConfirm = (name: string): string => `Type ${name} to confirm`;
export const whatGoes = (secrets: readonly string[]): string =>
  counted(secrets.length, {
    one: () => `The Secret ${listed(secrets)} goes, and cannot be brought back.`,
    other: () => `The Secrets ${listed(secrets)} go, and cannot be brought back.`,
  });
export const nothingElse = 'Nothing else is removed.';
export const breakageNotKnown = (reason: string): string =>
  `Which deployments would break is not known. ${reason}`;
export const lookingForBreakage = 'Looking for the deployments that would break.';
export const nothingBreaks = 'No deployment uses the key.';
export const wouldBreak = (names: string): string =>
  `${names} would break: what runs goes on, but cannot start again without the key.`;
export const removed = 'The NVIDIA API key was removed from this project';
export const notRemoved = 'The key was not removed';
export const halfRemoved = 'Only half of the key was removed';

// Verifying it again, and tidying up.
export const known = 'NVIDIA knows this key';
export const recorded = "This is recorded on the key's Secrets, for everybody who looks here.";
export const notOurs =
  "This is not recorded: the Secrets belong to the dashboard's older integration.";
export const noRecord =
  'This is not recorded: the Secrets were not made here. Replace the key, and it will be.';
export const tidied = 'The previous key was removed from the Secrets';
export const notTidied = 'The previous key was not removed';
