import { screen, within } from 'storybook/test';

/** The part of user-event that a play function is given. */
interface Person {
  type: (element: Element, text: string) => Promise<void>;
  click: (element: Element) => Promise<void>;
}

export const modelInput = (): Promise<HTMLElement> =>
  screen.findByRole('combobox', { name: 'Model' });

/** Searches the list of models and takes the one of that name. */
export const chooseModel = async (person: Person, search: string, name: RegExp): Promise<void> => {
  await person.type(await modelInput(), search);
  await person.click(await screen.findByRole('option', { name }));
};

/** The models that the list shows; none while it is closed. */
export const modelRows = (): HTMLElement[] => {
  const list = screen.queryByRole('listbox', { name: 'Models' });
  return list ? within(list).getAllByRole('option') : [];
};
