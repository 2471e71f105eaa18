import { expect, screen, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey, keyInput } from './enter-key.ts';
import { see } from './host/page-queries.ts';
import { StoryDashboard } from './host/story-dashboard.tsx';
import { chooseModel, modelInput } from './model-input.ts';
import { namesNow, secretNow } from './network/project-keys.ts';

/**
 * The development dashboard's own wizard with the plugin in it, the embedded cluster and the stand-in
 * for NVIDIA behind it: all that a person can do here is really done, until the page is left.
 */
const meta = preview.meta({
  title: 'Wizard/From start to deployment',
  component: StoryDashboard,
  args: { path: '/projects/nim-demo/deploy' },
  parameters: { layout: 'fullscreen' },
});

interface Person {
  click: (element: Element) => Promise<void>;
  paste: (text: string) => Promise<void>;
  type: (element: Element, text: string) => Promise<void>;
}

const press = async (person: Person, name: string): Promise<void> =>
  person.click(await screen.findByRole('button', { name }));

const next = async (person: Person, title: string): Promise<void> => {
  await press(person, 'Next');
  await screen.findByRole('heading', { name: title });
};

const chooseNim = async (person: Person): Promise<void> => {
  await press(person, 'Model location: Select model location');
  await person.click(await screen.findByRole('option', { name: 'NVIDIA NIM' }));
  await keyInput();
};

/** From the wizard's first page to its last, with a key that NVIDIA knows. */
const goToReview = async (person: Person): Promise<void> => {
  await chooseNim(person);
  await enterKey(person, testKeys.valid.key);
  await see(/NVIDIA knows the key ending in a1b2/);
  await chooseModel(person, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
  await screen.findByRole('radio', { name: 'Create a new volume' });
  await next(person, 'Model deployment');
  await person.type(screen.getByLabelText(/^Model deployment name/), 'My llama');
  await next(person, 'Advanced settings');
  await next(person, 'Review');
};

export const ForYouToPlay = meta.story({
  name: 'For you to play',
  play: async () => {
    await screen.findByRole('heading', { name: 'Model details' });
  },
});

/** "NVIDIA NIM" is chosen: the plugin's three fields are there. */
export const WithThePluginsFields = meta.story({
  name: "With the plugin's fields",
  play: async ({ userEvent }) => {
    await chooseNim(userEvent);
    await expect(await modelInput()).toBeEnabled();
    await screen.findByRole('radio', { name: 'Create a new volume' });
  },
});

export const Reviewed = meta.story({
  play: async ({ userEvent }) => {
    await goToReview(userEvent);
    await see('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5');
    await see('This key can pull this image');
  },
});

/** Played to its end: what is in the cluster then is all that was to be made, and the key where it belongs. */
export const Deployed = meta.story({
  play: async ({ userEvent }) => {
    await goToReview(userEvent);
    await see('This key can pull this image');
    await press(userEvent, 'Deploy model');
    const deployments = await screen.findByRole('list', { name: 'Deployments' });
    await expect(within(deployments).getByText('My llama')).toBeVisible();
    await expect(await namesNow()).toEqual([
      'Secret/nim-api-key',
      'Secret/nim-image-pull',
      'PersistentVolumeClaim/nim-my-llama',
      'ServingRuntime/my-llama',
      'InferenceService/my-llama',
    ]);
    const secret = await secretNow('nim-api-key');
    await expect(atob(secret?.data['NGC_API_KEY'] ?? '')).toBe(testKeys.valid.key);
  },
});

/** The toolbar's fault: the third write is refused, and nothing is left of the two before it. */
export const RefusedAndUndone = meta.story({
  globals: { fault: '500', faultAt: '3' },
  play: async ({ userEvent }) => {
    await goToReview(userEvent);
    await press(userEvent, 'Deploy model');
    await see(/the toolbar says 500/);
    await expect(await namesNow()).toEqual([]);
  },
});

/** The toolbar's user: vic only looks, and is told so before a key is typed. */
export const ByAViewer = meta.story({
  globals: { user: 'vic' },
  play: async ({ userEvent }) => {
    await chooseNim(userEvent);
    await see(/You cannot add a key to this project/);
    await expect(await keyInput()).toBeDisabled();
  },
});
