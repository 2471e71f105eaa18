import { modelDetails } from './pages.ts';

/** Why nothing was deployed or updated, where it is known before anything is written. */

const goBack = `go back to "${modelDetails}" and`;

export const nothingCreated = (reason: string): string => `Nothing was created. ${reason}`;
export const keyForgotten = nothingCreated(
  `The NVIDIA API key is not known any more: ${goBack} enter it again.`,
);
export const otherKey = nothingCreated(
  `The project's NVIDIA API key is another one than when you entered yours: ${goBack} choose again.`,
);
export const keyGone = nothingCreated(
  `The NVIDIA API key that was to be used is gone or incomplete: ${goBack} choose again.`,
);
export const runtimeUsersNotKnown = (reason: string): string =>
  `Nothing was changed. Which other deployments use the serving runtime is not known: ${reason}`;
