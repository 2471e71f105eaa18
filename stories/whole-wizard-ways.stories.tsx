import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { see } from './host/page-queries.ts';
import {
  chooseLlama,
  chooseNim,
  deploy,
  enterValidKey,
  goOnToReview,
  goToReview,
  next,
  press,
} from './host/play-wizard.ts';
import { StoryDashboard } from './host/story-dashboard.tsx';
import { modelInput } from './model-input.ts';
import { breaks } from './network/faults.ts';
import { connectionIsBack, network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';

/** The whole wizard where it is narrow or dark, without internet, without a catalog, and once more for a change. */
const meta = preview.meta({
  title: 'Wizard/In other ways',
  component: StoryDashboard,
  args: { path: '/projects/nim-demo/deploy' },
  parameters: { layout: 'fullscreen' },
});

const seeChecks = async (): Promise<void> => {
  await see('No problem was found.');
  // The wizard scrolls in itself: the picture is of what the plugin brings.
  screen.getByRole('heading', { name: 'Before you deploy' }).scrollIntoView();
};

export const InTheDark = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await goToReview(userEvent);
    await seeChecks();
  },
});

/** Of what the wizard scrolls; its footer is the dashboard's own. */
const expectNothingSticksOut = async (): Promise<void> => {
  const { scrollWidth = NaN, clientWidth } = document.querySelector('.pf-v6-c-wizard__main') ?? {};
  await expect(scrollWidth).toBe(clientWidth);
};

export const OnAPhone = meta.story({
  globals: { viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await chooseNim(userEvent);
    await enterValidKey(userEvent);
    await chooseLlama(userEvent);
    await expectNothingSticksOut();
    await goOnToReview(userEvent);
    await seeChecks();
    await expectNothingSticksOut();
  },
});

/** Without internet nobody is asked for a key, and no Secret is made. */
export const Disconnected = meta.story({
  beforeEach: network({ nimConfig: { disconnected: { disableKeyCollection: true } } }),
  play: async ({ userEvent }) => {
    await chooseNim(userEvent);
    await expect(screen.queryByLabelText(/^NVIDIA API key/)).toBeNull();
    await chooseLlama(userEvent);
    await goOnToReview(userEvent);
    await seeChecks();
    await deploy(userEvent, []);
  },
});

/** What runs is opened again: another version is chosen, and the review says what it takes the place of. */
export const Editing = meta.story({
  args: { path: '/projects/nim-demo' },
  beforeEach: network({
    objects: having(...storedSecrets, ...deployedWith('my-llama', 'My llama')),
  }),
  play: async ({ userEvent }) => {
    const edit = await screen.findByRole('button', { name: 'Edit My llama' });
    await waitFor(() => expect(edit).toBeEnabled());
    await userEvent.click(edit);
    await screen.findByRole('heading', { name: 'Edit model deployment' });
    await expect(await modelInput()).toBeDisabled();
    await userEvent.selectOptions(await screen.findByLabelText(/^Version/), '1.8.5');
    await next(userEvent, 'Model deployment');
    await next(userEvent, 'Advanced settings');
    await next(userEvent, 'Review');
    await see('1.8.5, instead of 1.15.5');
    await see('The update needs one GPU more until it is done.');
    screen.getByRole('heading', { name: 'Before you update' }).scrollIntoView();
  },
});

/** The catalog comes with the second try, and nothing that was entered meanwhile is lost. */
export const CatalogUnreachable = meta.story({
  beforeEach: network({ faults: [breaks('*/configmaps/nim-models-data')] }),
  play: async ({ msw, userEvent }) => {
    await chooseNim(userEvent);
    await enterValidKey(userEvent);
    await see('The models could not be loaded');
    await expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    connectionIsBack({ msw });
    await press(userEvent, 'Try again');
    await chooseLlama(userEvent);
    await see(/NVIDIA knows the key ending in a1b2/);
    await next(userEvent, 'Model deployment');
    await expect(screen.getByLabelText(/^Model deployment name/)).toBeVisible();
  },
});
