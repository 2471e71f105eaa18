/** For the story tests: each story's picture is compared with the one that was accepted. */
import { afterEach, beforeAll, beforeEach, expect, type TestContext, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { queryClient } from '../../src/wizard/query-client.ts';
import { isAccepting, MADE_WITH, readMadeWith, thisBrowser } from './this-browser.ts';

/** How long a picture waits for answers, and how often in a row nothing may be asked for any more. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 20;
const QUIET_LOOKS = 3;

/** Below what is shown. */
const MARGIN = 8;

let isComparing = false;

beforeAll(async () => {
  const browser = await thisBrowser();
  if (isAccepting) {
    await commands.writeFile(MADE_WITH, `${browser}\n`);
  }
  isComparing = browser === (await readMadeWith());
});

// Some pictures show the day.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-08-24T12:00:00Z') });
});

afterEach(async ({ task }: TestContext) => {
  // Storybook's plugin leaves it there.
  const { storyId } = task.meta as { storyId?: string };
  try {
    if (isComparing && storyId !== undefined && task.result?.state !== 'fail') {
      await comparePicture(storyId);
    }
  } finally {
    // By the time Vitest tells the files that it loads apart, this one for the next stories among them.
    vi.useRealTimers();
  }
});

const comparePicture = async (storyId: string): Promise<void> => {
  await answered();
  await document.fonts.ready;
  // What has the focus depends on how far the play went, and whether a caret blinks.
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo(0, 0);
  await page.viewport(innerWidth, heightOfPage());
  await expect.element(document.body).toMatchScreenshot(storyId);
};

/** What a play does not wait for is in the picture, too, if it is ever answered. */
const answered = async (): Promise<void> => {
  const begun = performance.now();
  let quiet = 0;
  while (quiet < QUIET_LOOKS && performance.now() - begun < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    quiet = isWaiting() ? 0 : quiet + 1;
  }
};

/** For the cluster, or for code that is loaded later. */
const isWaiting = (): boolean =>
  queryClient.isFetching() + queryClient.isMutating() > 0 ||
  document.querySelector('.pf-v6-c-skeleton') !== null;

/** Of all that is shown; what lies over a page, or opens, needs the page that is there. */
const heightOfPage = (): number => {
  const bottoms = [...document.body.children].map((child) => child.getBoundingClientRect().bottom);
  const isCovered = document.querySelector('.pf-v6-c-backdrop, [data-popper-placement]') !== null;
  return Math.ceil(Math.max(...bottoms, isCovered ? innerHeight - MARGIN : 0) + MARGIN);
};
