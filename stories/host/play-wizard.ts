import { expect, screen, within } from 'storybook/test';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { enterKey, keyInput } from '../enter-key.ts';
import { chooseModel } from '../model-input.ts';
import { namesNow } from '../network/project-keys.ts';
import { see } from './page-queries.ts';

/** The part of user-event that a play function is given. */
export interface Person {
  click: (element: Element) => Promise<void>;
  paste: (text: string) => Promise<void>;
  type: (element: Element, text: string) => Promise<void>;
}

export const press = async (person: Person, name: string): Promise<void> =>
  person.click(await screen.findByRole('button', { name }));

/** To the page of that title. */
export const next = async (person: Person, title: string): Promise<void> => {
  await press(person, 'Next');
  await screen.findByRole('heading', { name: title });
};

/** Chooses where the model comes from: from then on the plugin's fields are there. */
export const chooseNim = async (person: Person): Promise<void> => {
  await press(person, 'Model location: Select model location');
  await person.click(await screen.findByRole('option', { name: 'NVIDIA NIM' }));
  await screen.findByRole('radio', { name: 'Create a new volume' });
};

export const chooseLlama = (person: Person): Promise<void> =>
  chooseModel(person, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);

/** Has a key verified that NVIDIA knows. */
export const enterValidKey = async (person: Person): Promise<void> => {
  await keyInput();
  await enterKey(person, testKeys.valid.key);
  await see(/NVIDIA knows the key ending in a1b2/);
};

/** From the page "Model details", filled in, to the wizard's last. */
export const goOnToReview = async (person: Person): Promise<void> => {
  await next(person, 'Model deployment');
  await person.type(screen.getByLabelText(/^Model deployment name/), 'My llama');
  await next(person, 'Advanced settings');
  await next(person, 'Review');
};

/** From the wizard's first page to its last, with a key that NVIDIA knows. */
export const goToReview = async (person: Person): Promise<void> => {
  await chooseNim(person);
  await enterValidKey(person);
  await chooseLlama(person);
  await goOnToReview(person);
};

const KEY_SECRETS: readonly string[] = ['Secret/nim-api-key', 'Secret/nim-image-pull'];

/** From the review to the list of deployments: with these Secrets, all that was to be made is there. */
export const deploy = async (person: Person, secrets = KEY_SECRETS): Promise<void> => {
  await press(person, 'Deploy model');
  const deployments = await screen.findByRole('list', { name: 'Deployments' });
  await expect(within(deployments).getByText('My llama')).toBeVisible();
  await expect(await namesNow()).toEqual([
    ...secrets,
    'PersistentVolumeClaim/nim-my-llama',
    'ServingRuntime/my-llama',
    'InferenceService/my-llama',
  ]);
};
