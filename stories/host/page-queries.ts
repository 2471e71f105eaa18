import { expect, screen, waitFor } from 'storybook/test';

/** Enabled once the wizard's own schema takes what the fields hold. */
export const nextButton = (): HTMLElement => screen.getByRole('button', { name: 'Next' });

/** What the fields bring to the review page. */
export const review = (): HTMLElement => screen.getByRole('region', { name: 'Review' });

/** As below, of a wait that is counted down: its text is there to be seen, and again to be heard. */
export const seeWait = async (text: string | RegExp): Promise<void> => {
  const [seen, heard] = await screen.findAllByText(text);
  await waitFor(() => expect(seen).toBeVisible());
  await expect(heard).toBeInTheDocument();
};

/** Whether a control looks like its help: its frame and icon tell who sees them of a warning. */
export const isMarked = (control: HTMLElement, as: 'warning' | 'error'): boolean =>
  control.parentElement?.classList.contains(`pf-m-${as}`) ?? false;

/** Waits until a text is there and can be seen: PatternFly lets some of them fade in. */
export const see = async (text: string | RegExp): Promise<void> => {
  const element = await screen.findByText(text);
  await waitFor(() => expect(element).toBeVisible());
};
