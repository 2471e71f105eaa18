import { expect, screen, waitFor } from 'storybook/test';

/** Enabled once the wizard's own schema takes what the fields hold. */
export const nextButton = (): HTMLElement => screen.getByRole('button', { name: 'Next' });

/** What the fields bring to the review page. */
export const review = (): HTMLElement => screen.getByRole('region', { name: 'Review' });

/** Waits until a text is there and can be seen: PatternFly lets some of them fade in. */
export const see = async (text: string | RegExp): Promise<void> => {
  const element = await screen.findByText(text);
  await waitFor(() => expect(element).toBeVisible());
};
