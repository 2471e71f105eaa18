import { counted } from './language.ts';

/** The words of choosing, entering and mending a project's key, in the wizard and on the settings card. */

// The field.
export const apiKey = 'NVIDIA API key';
export const newApiKey = 'New NVIDIA API key';
export const chooseProject = 'Choose a project to enter its NVIDIA API key.';
export const lookingForKey = "Looking for the project's NVIDIA API key";
export const keyNotLookedUp = "The project's NVIDIA API key could not be looked up";
export const keyStays =
  "The NVIDIA API key of a deployment cannot be changed here. The project's own is replaced in the project's settings.";
export const noKeyNeeded = 'No NVIDIA API key is needed';
export const mayHaveKey = 'This project may have a key that you are not allowed to see';
export const whatOfHiddenKey =
  'If it has one, "Deploy model" creates nothing, and you can use that key then.';
export const whyNoKeyIsNeeded = "This cluster pulls NVIDIA's images with its own credentials.";

// A key that is broken.
export const keyIncomplete = "This project's NVIDIA API key is incomplete";
export const twoKeys = 'This project has two different NVIDIA API keys';
export const secretsDiffer = (apiKeySecret: string, imagePullSecret: string): string =>
  `The Secrets ${apiKeySecret} and ${imagePullSecret} hold different keys.`;
export const secretMissing = (name: string): string => `The Secret ${name} is missing.`;
export const enterToMend = "Enter the project's key: both Secrets are written again.";
export const keyWillBeComplete = "This project's NVIDIA API key is made complete when you deploy";
export const mendedOnDeploy = 'Both Secrets are written with the key that you entered.';

// Who uses it.
export const usersNotKnown = (reason: string): string =>
  `It is not known which deployments use the project's key. ${reason}`;
export const lookingForUsers = "Looking for the deployments that use the project's key.";
export const noUsers = "No deployment uses the project's key.";
export const usersOfKey = (count: number, names: string): string =>
  counted(count, {
    one: (n) =>
      `${n} deployment uses the project's key and takes the new one when it starts next: ${names}.`,
    other: (n) =>
      `${n} deployments use the project's key and take the new one when they start next: ${names}.`,
  });

// The key that is there, or another one.
export const takeIt = "Use the project's key";
export const anotherKey = {
  project: 'Use another key',
  deployment: 'Use a key for this deployment',
} as const;
export const unseenKey = 'This project has a key that you are not allowed to see.';
export const storedKey = (record: string): string => `This project has a key (${record}).`;
export const olderKey = (record: string, apiKeySecret: string, imagePullSecret: string): string =>
  `This project has a key (${record}), from the dashboard's older integration (Secrets ${apiKeySecret} and ${imagePullSecret}).`;
export const forThisDeployment =
  "It is stored for this deployment only; the project's key stays as it is.";
export const unseenStays = "Only somebody who may list the project's Secrets can replace its key.";
export const besideOlder =
  "It becomes the project's key. The key of the older integration is not changed.";
export const replacesIt = 'The new key replaces it.';

// Entering one.
export const hideKey = 'Hide the key';
export const showKey = 'Show the key';
export const verifyKey = 'Verify key';
export const takeKey = 'Use key';
export const asking = 'Asking NVIDIA. This can take up to 10 seconds.';
export const taking = 'Taking the key. NVIDIA is not asked about it.';
export const personalKey = 'A personal key; it begins with "nvapi-".';
export const storedFor = {
  project: 'It is stored in this project only.',
  deployment: 'It is stored for this deployment only.',
} as const;
export const pressToGoOn = (button: string): string => `Press "${button}" to go on.`;
export const keyIsNeeded = 'No model can be deployed here without a key.';
export const createKey = 'Create a personal key at NVIDIA';
export const continueUnverified = 'Continue without verification';

// One that was entered.
export const endsIn = (lastFour: string): string => `Ends in ${lastFour}`;
export const changeKey = 'Change key';
export const verified = (lastFour: string): string =>
  `Verified: NVIDIA knows the key ending in ${lastFour}.`;
export const verificationSwitchedOff = (lastFour: string): string =>
  `The key ending in ${lastFour} is used without verification.`;
export const couldNotTell = (lastFour: string): string =>
  `The key ending in ${lastFour} is used without verification: nobody could tell whether NVIDIA knows it.`;
