import { sharedByHost } from '../../../../src/dashboard/shared-modules.ts';

/** The modules that only the dashboard may bring. */
export const providedNames: readonly string[] = Object.keys(sharedByHost);
