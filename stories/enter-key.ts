import { expect, screen } from 'storybook/test';
import { nextButton, see } from './host/page-queries.ts';

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

/** Who may not add a key is told what that means and whom to ask, beside a field that is shut. */
export const seeThatNoneCanBeAdded = async (): Promise<void> => {
  await seeThatServiceRefused();
  await see(/No model can be deployed here without a key/);
  await expect(await keyInput()).toBeDisabled();
  await expect(screen.queryByRole('button', { name: 'Show the key' })).toBeNull();
  await expect(screen.queryByRole('link', { name: /Create a personal key/ })).toBeNull();
};

/** Said by the service: who has got the rights meanwhile types on, and asks again. */
export const seeThatServiceRefused = async (): Promise<void> => {
  await see('You cannot add a key to this project');
  await see(/create Secrets in this project\. Ask an administrator of the project for it, or to/);
  await expect(verifyButton()).toHaveAttribute('aria-disabled', 'true');
  await expect(nextButton()).toBeDisabled();
};
