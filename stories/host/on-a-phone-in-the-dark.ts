import { expect } from 'storybook/test';

interface Playable<Context> {
  play?: ((context: Context) => Promise<void> | void) | undefined;
}

/** Another story, on 320 pixels and in the dark: all that it expects holds, and nothing sticks out. */
export const onAPhoneInTheDark = <Context, Input extends Playable<Context>>(
  input: Input & Playable<Context>,
): Input & { play: (context: Context) => Promise<void> } => ({
  ...input,
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async (context: Context) => {
    await input.play?.(context);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
