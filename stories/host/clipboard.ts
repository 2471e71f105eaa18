import { fn } from 'storybook/test';

/** Storybook's frame may not write to the clipboard, so its answer is made up, and what it is told kept. */
export const clipboardThatTakesAll = (): (() => void) => {
  const { clipboard } = navigator;
  const writeText = fn(async () => undefined);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
};
