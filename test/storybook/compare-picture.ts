/** For the story tests: each story's picture is compared with the one that was accepted. */
import { afterEach, beforeAll, beforeEach, expect, type TestContext, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { isAccepting, MADE_WITH, readMadeWith, thisBrowser } from './this-browser.ts';

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
  if (isComparing && storyId !== undefined && task.result?.state !== 'fail') {
    await comparePicture(storyId);
  }
});

const comparePicture = async (storyId: string): Promise<void> => {
  await document.fonts.ready;
  // What has the focus depends on how far the play went, and whether a caret blinks.
  (document.activeElement as HTMLElement | null)?.blur();
  await page.viewport(innerWidth, heightOfPage());
  await expect.element(document.body).toMatchScreenshot(storyId);
};

/** Of all that is shown; what lies over a page, or opens, needs the page that is there. */
const heightOfPage = (): number => {
  const bottoms = [...document.body.children].map((child) => child.getBoundingClientRect().bottom);
  const isCovered = document.querySelector('.pf-v6-c-backdrop, [data-popper-placement]') !== null;
  return Math.ceil(Math.max(...bottoms, isCovered ? innerHeight - MARGIN : 0) + MARGIN);
};
