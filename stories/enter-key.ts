import { screen } from 'storybook/test';

/** The part of user-event that a play function is given. */
interface Person {
  type: (element: Element, text: string) => Promise<void>;
  click: (element: Element) => Promise<void>;
}

export const keyInput = (): Promise<HTMLElement> => screen.findByLabelText(/^NVIDIA API key/);

export const verifyButton = (): HTMLElement => screen.getByRole('button', { name: 'Verify key' });

/** Types a key and has it verified. */
export const enterKey = async (person: Person, key: string): Promise<void> => {
  await person.type(await keyInput(), key);
  await person.click(verifyButton());
};
