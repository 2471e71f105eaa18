import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { keyInput } from './enter-key.ts';
import { see } from './host/page-queries.ts';
import { chooseNim, deploy, goToReview, press } from './host/play-wizard.ts';
import { StoryDashboard } from './host/story-dashboard.tsx';
import { modelInput } from './model-input.ts';
import { secretNow } from './network/project-keys.ts';

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
    await see('No problem was found.');
    await press(userEvent, 'Show YAML');
    const yaml = await screen.findByRole('region', { name: 'YAML of what will be created' });
    await expect(yaml).toHaveTextContent('kind: InferenceService');
    // Above is the id of the key, made up anew each time.
    yaml.scrollTo(0, yaml.scrollHeight);
    // The wizard scrolls in itself: the picture is of what the plugin brings.
    screen.getByRole('heading', { name: 'Before you deploy' }).scrollIntoView();
  },
});

/** Played to its end: what is in the cluster then is all that was to be made, and the key where it belongs. */
export const Deployed = meta.story({
  play: async ({ userEvent }) => {
    await goToReview(userEvent);
    await see('This key can pull this image');
    await deploy(userEvent);
    const secret = await secretNow('nim-api-key');
    await expect(atob(secret?.data['NGC_API_KEY'] ?? '')).toBe(testKeys.valid.key);
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
