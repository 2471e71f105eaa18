import { expect, screen, within } from 'storybook/test';

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

/** Below a list of twenty rows nobody would see it. */
export const expectAboveTheList = async (text: HTMLElement): Promise<void> => {
  const list = await screen.findByRole('listbox', { name: 'Models' });
  const { bottom } = text.getBoundingClientRect();
  await expect(bottom).toBeLessThan(list.getBoundingClientRect().top);
};

/** Narrows the list of models down to one more value of a filter. */
export const filterBy = async (
  person: Pick<Person, 'click'> & { keyboard: (keys: string) => Promise<void> },
  filter: string,
  value: RegExp,
): Promise<void> => {
  await person.click(screen.getByRole('button', { name: filter }));
  const choices = await screen.findByRole('menu', { name: filter });
  await person.click(within(choices).getByRole('checkbox', { name: value }));
  await person.keyboard('{Escape}');
};

export const modelNames = (): string[] =>
  modelRows().map((row) => row.querySelector('.pf-v6-c-menu__item-text')?.textContent ?? '');

/** Throws where there is none. */
export const firstOf = ([first]: readonly HTMLElement[]): HTMLElement => {
  if (!first) {
    throw new Error('There is none of them.');
  }
  return first;
};
