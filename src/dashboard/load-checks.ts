import type * as checksModule from './refuse-problems.ts';

/** Loaded with the review page already. A dry run says less without them, and still decides. */
export const loadChecks = (): Promise<typeof checksModule | undefined> =>
  import('./refuse-problems.ts').catch(() => undefined);
