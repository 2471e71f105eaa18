import { existsSync } from 'node:fs';

/** The Chromium that the set-up found, or Debian's; undefined leaves it to Playwright's own. */
const executablePath = [process.env['NIM_CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

/** How every test starts Chromium: in a container too, and asking nobody on the internet for anything. */
export const chromiumLaunch = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
};
