import type { Untidy } from '../submit/run/tidy-run.ts';
import { warn } from './warn.ts';

/**
 * The deployment is done, and so the host leaves the wizard: that a Secret still holds the previous key
 * can only be said here, and by the project's settings, which offer to remove it.
 */
export const warnOfPreviousKeys = (untidy: readonly Untidy[]): void => {
  const names = untidy.map(({ written }) => written.object.metadata.name);
  if (names.length > 0) {
    warn(
      `the previous NVIDIA API key is still in ${names.join(' and ')}. Remove it in the project's settings ("Remove the previous key").`,
    );
  }
};
