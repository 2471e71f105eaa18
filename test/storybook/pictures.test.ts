import { expect, it } from 'vitest';
import { readMadeWith, thisBrowser } from './this-browser.ts';

const [browser, madeWith] = await Promise.all([thisBrowser(), readMadeWith()]);
const isOther = browser !== madeWith;

/** The comparison itself is part of each story's test. */
it.skipIf(isOther)(
  `the pictures of all stories are compared${isOther ? ` (skipped: they are of ${madeWith.replaceAll(/[()]/g, '')})` : ''}`,
  () => {
    expect(browser).toBe(madeWith);
  },
);
