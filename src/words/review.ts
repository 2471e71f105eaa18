import { written } from './language.ts';
import { nim } from './nim.ts';

/** The words that the fields bring to the review page: their rows, and the sections for what is loaded there. */

// The key.
export const keyRow = 'NVIDIA API key';
export const enteredKey = (lastFour: string, verification: string, becomes: string): string =>
  [`Ends in ${lastFour}, ${verification}`, becomes].filter(Boolean).join('. ');
export const verification = {
  verified: 'verified',
  'switched-off': 'not verified',
  'could-not-tell': 'not verified: nobody could tell whether NVIDIA knows it',
} as const;
export const forThisDeployment = 'For this deployment only';
export const bothSecretsWritten = "Both of the project's Secrets are written again";
export const replacesKey = (lastFour: string | undefined): string =>
  lastFour === undefined
    ? "Replaces the project's key"
    : `Replaces the project's key (…${lastFour})`;
export const projectsOwn = "The project's own";
export const projectsOwnKey = (record: string): string => `${projectsOwn}: ${record}`;
export const asDeployed = 'As deployed';
export const noneNeeded = 'None needed';
export const none = 'None';
export const notKnown = 'Not known';

// The model.
export const modelRow = 'Model';
export const versionRow = 'Version';
export const versionInstead = (tag: string, deployed: string | undefined): string =>
  `${tag}, instead of ${deployed ?? 'the image that is deployed'}`;
export const imageRow = 'Image';
export { protocol as protocolRow, protocols } from './protocol.ts';
export const pullRow = 'Image pull';
export const mayPull = 'whether the key can pull the image';
export const beingChecked = 'Being checked';
export const runtimeRow = 'Serving runtime';
export const runtimes = { http: nim, grpc: `${nim} (gRPC)` } as const;

// The model cache.
export const cacheRow = 'Model cache';
export const existingVolume = (name: string): string => `${name} (existing volume)`;
export const newVolume = (name: string): string => `${name} (new volume)`;
export const sizeRow = 'Size';
export const sizeWithUnit = (size: number, unit: 'Gi' | 'Ti'): string =>
  `${written(size)} ${unit}B`;
export const classRow = 'Storage class';
export const subPathRow = 'Sub-path';

// What is loaded on the page.
export const beforeUpdate = 'Before you update';
export const beforeDeployment = 'Before you deploy';
export const checksRow = 'Checks';
export const createdRow = 'What will be created';
export const loading = 'Loading';
export const notLoaded =
  'This could not be loaded. The deployment does not depend on it; load the page again to see it.';
