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

it('each story has one picture, and each picture its story', () => {
  const pictures = Object.keys(import.meta.glob('./pictures/*.png'));
  const sources = Object.values<string>(
    import.meta.glob('../../stories/**/*.stories.tsx', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  );
  const stories = sources.flatMap((source) => source.match(/ = meta\.story\(/g) ?? []);
  expect(pictures).toHaveLength(stories.length);
});
