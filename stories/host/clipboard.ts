import { fn } from 'storybook/test';

/** Storybook's frame may not write to the clipboard either way, so its answer is made up. */
export const clipboardThat = (answer: () => Promise<void>) => (): (() => void) => {
  const { clipboard } = navigator;
  const writeText = fn(answer);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
};
