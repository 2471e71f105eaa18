import { existsSync } from 'node:fs';

/** The Chromium that the set-up found, or Debian's; undefined leaves it to Playwright's own. */
export const chromiumPath = [process.env['NIM_CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);
