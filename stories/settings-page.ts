import { expect, screen, waitFor } from 'storybook/test';

/** The part of user-event that a play function is given. */
interface Person {
  click: (element: Element) => Promise<void>;
}

/** What the page offers, by the buttons' names, once one of them is there. */
export const buttons = async (awaited: string): Promise<string[]> => {
  await screen.findByRole('button', { name: awaited });
  return screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
};

/** What the card knows of the key, by the terms, once one of the descriptions is there. */
export const status = async (awaited: string): Promise<Record<string, string>> => {
  await screen.findByText(awaited);
  const terms = screen.getAllByRole('term').map(({ textContent }) => textContent ?? '');
  const descriptions = screen.getAllByRole('definition');
  return Object.fromEntries(
    terms.map((term, index) => [term, descriptions[index]?.textContent ?? '']),
  );
};

/** Opens one of the card's forms. */
export const open = async (person: Person, button: string): Promise<HTMLElement> => {
  await person.click(await screen.findByRole('button', { name: button }));
  return screen.findByRole('dialog');
};

/** Presses a button once it can be pressed. */
export const press = async (person: Person, name: string): Promise<void> => {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  await person.click(button);
};
