import { screen } from 'storybook/test';

/** Enabled once the wizard's own schema takes what the fields hold. */
export const nextButton = (): HTMLElement => screen.getByRole('button', { name: 'Next' });

/** What the fields bring to the review page. */
export const review = (): HTMLElement => screen.getByRole('region', { name: 'Review' });
