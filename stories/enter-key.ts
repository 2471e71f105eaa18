import { screen } from 'storybook/test';

/** The part of user-event that a play function is given. */
interface Person {
  click: (element: Element) => Promise<void>;
  paste: (text: string) => Promise<void>;
}

export const keyInput = (): Promise<HTMLElement> => screen.findByLabelText(/^NVIDIA API key/);

export const verifyButton = (): HTMLElement => screen.getByRole('button', { name: 'Verify key' });

/** Puts a key into the field as people do: nobody types one. */
export const pasteKey = async (person: Person, key: string): Promise<void> => {
  await person.click(await keyInput());
  await person.paste(key);
};

/** Pastes a key and has it verified. */
export const enterKey = async (person: Person, key: string): Promise<void> => {
  await pasteKey(person, key);
  await person.click(verifyButton());
};

/** Has a key verified in the place of the one that the project has. */
export const enterNewKey = async (
  person: Person,
  key: string,
  button = 'Verify key',
): Promise<void> => {
  await person.click(await screen.findByLabelText(/^New NVIDIA API key/));
  await person.paste(key);
  await person.click(screen.getByRole('button', { name: button }));
};
