import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { see } from './host/page-queries.ts';
import { breaks, neverAnswers } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, olderSecrets, storedSecrets } from './network/objects.ts';
import {
  bareSecrets,
  disagreeingSecrets,
  notVerifiedSecrets,
  secretNow,
  unfinishedSecrets,
  vicListsSecrets,
} from './network/project-keys.ts';
import { buttons, status } from './settings-page.ts';

const SECRETS = '*/api/k8s/api/v1/namespaces/nim-demo/secrets';
const REVIEWS = '*/api/k8s/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** What the card says of each project, and what it offers to whom. */
const meta = preview.meta({
  title: 'Settings card/Status',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
});

const deployed = [...deployedWith('chat', 'Chat'), ...deployedWith('rag', 'RAG')];

export const Loading = meta.story({
  beforeEach: network({ faults: [neverAnswers(SECRETS)] }),
  play: async () => {
    await expect(screen.getByRole('heading', { name: 'NVIDIA NIM' })).toBeVisible();
    await screen.findByText("Looking for the project's NVIDIA API key");
    await expect(screen.getAllByRole('term')).toHaveLength(5);
    await expect(screen.queryByRole('button')).toBeNull();
  },
});

export const None = meta.story({
  play: async () => {
    await see('This project has no NVIDIA API key');
    await see('It is asked for when a NIM is deployed.');
    await expect(await buttons('Add a key')).toEqual(['Add a key']);
  },
});

/** Somebody removed the key although deployments use it. */
export const NoneThoughDeployed = meta.story({
  beforeEach: network({ objects: having(...deployed) }),
  play: async () => {
    await see("Chat and RAG cannot start without the project's key.");
  },
});

export const NoneWithKeysOfDeployments = meta.story({
  beforeEach: network({ nimConfig: { keyScope: 'deployment' } }),
  play: async () => {
    await see('This project has no NVIDIA API key of its own');
    await expect(screen.queryByText(/You need permission/)).toBeNull();
    await expect(screen.queryByRole('button')).toBeNull();
  },
});

export const Verified = meta.story({
  beforeEach: network({ objects: having(...storedSecrets, ...deployed) }),
  play: async () => {
    await expect(await buttons('Replace')).toEqual(['Verify again', 'Replace', 'Remove']);
    await expect(screen.queryByText(/You need permission/)).toBeNull();
    await expect(await status('Chat and RAG')).toEqual({
      'Key ends in': 'a1b2',
      Verification: 'Verified',
      'Verified on': 'August 22, 2026',
      'Verified by': 'pat',
      'Used by': 'Chat and RAG',
    });
  },
});

export const NotVerified = meta.story({
  beforeEach: network({ objects: having(...notVerifiedSecrets) }),
  play: async () => {
    await expect(await status('No deployment')).toEqual({
      'Key ends in': 'a1b2',
      Verification: 'Not verified',
      'Added on': 'August 23, 2026',
      'Added by': 'ada',
      'Used by': 'No deployment',
    });
  },
});

export const NothingKnown = meta.story({
  beforeEach: network({ objects: having(...bareSecrets) }),
  play: async () => {
    await expect(await status('No deployment')).toMatchObject({
      'Key ends in': 'Not known',
      Verification: 'Not recorded',
    });
    await expect(await buttons('Replace')).toEqual(['Verify', 'Replace', 'Remove']);
  },
});

export const VerificationSwitchedOff = meta.story({
  beforeEach: network({
    nimConfig: { disableKeyValidation: true },
    objects: having(...notVerifiedSecrets),
  }),
  play: async () => {
    await see('Keys are not verified: an administrator has switched that off.');
    await expect(await buttons('Replace')).toEqual(['Replace', 'Remove']);
  },
});

/** Another integration's to write: here it can only be looked at and verified. */
export const Older = meta.story({
  beforeEach: network({ objects: having(...olderSecrets) }),
  play: async () => {
    await see("This key belongs to the dashboard's older integration");
    await expect(await buttons('Verify')).toEqual(['Verify']);
  },
});

export const OneSecretMissing = meta.story({
  beforeEach: network({ objects: having(...storedSecrets.slice(0, 1)) }),
  play: async () => {
    await see("This project's NVIDIA API key is incomplete");
    await see(
      'The Secret nim-image-pull is missing. Enter a key, which writes both Secrets again, or remove this one.',
    );
    await expect(await buttons('Enter the key')).toEqual(['Enter the key', 'Remove']);
  },
});

export const DifferentKeys = meta.story({
  beforeEach: network({ objects: having(...disagreeingSecrets) }),
  play: async () => {
    await see('This project has two different NVIDIA API keys');
    await see(
      'The Secrets nim-api-key and nim-image-pull hold different keys. Enter a key, which writes both Secrets again, or remove this one.',
    );
    await expect(await buttons('Enter the key')).toEqual(['Enter the key', 'Remove']);
  },
});

export const Unfinished = meta.story({
  beforeEach: network({ objects: having(...unfinishedSecrets) }),
  play: async () => {
    await see('A replacement of this key was not brought to its end');
    await expect(await buttons('Remove the previous key')).toEqual([
      'Remove the previous key',
      'Verify again',
      'Replace',
      'Remove',
    ]);
  },
});

/** The button that did it is gone with its reason: the focus goes to what came of it. */
export const TidiedUp = meta.story({
  beforeEach: network({ objects: having(...unfinishedSecrets) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the previous key' }));
    await see('The previous key was removed from the Secrets');
    await expect(screen.queryByText(/was not brought to its end/)).toBeNull();
    await expect(document.activeElement).toHaveTextContent('The previous key was removed');
    const secret = await secretNow('nim-api-key');
    await expect(Object.keys(secret?.data ?? {}).toSorted()).toEqual(['NGC_API_KEY', 'api_key']);
  },
});

export const NotNeeded = meta.story({
  beforeEach: network({ nimConfig: { disconnected: { disableKeyCollection: true } } }),
  play: async () => {
    await see('No NVIDIA API key is needed');
    await expect(screen.queryByRole('button')).toBeNull();
  },
});

/** Who may not list Secrets cannot know whether there is a key, and is told so. */
export const Hidden = meta.story({
  beforeEach: network({ user: 'vic', objects: having(...storedSecrets) }),
  play: async () => {
    await see('You are not allowed to see whether this project has an NVIDIA API key');
    await expect(screen.queryByRole('button')).toBeNull();
  },
});

export const Viewer = meta.story({
  beforeEach: network({
    user: 'vic',
    objects: having(...storedSecrets, ...deployed, ...vicListsSecrets),
  }),
  play: async () => {
    await expect(await status('Chat and RAG')).toMatchObject({ 'Verified by': 'pat' });
    await see('You cannot verify the key, replace it, or remove it');
    await see(
      'You need permission to read, create, change, and delete Secrets in this project. Ask an administrator of the project.',
    );
    await expect(screen.queryByRole('button')).toBeNull();
  },
});

export const MayNotAddOne = meta.story({
  beforeEach: network({ user: 'vic', objects: having(...vicListsSecrets) }),
  play: async () => {
    await see('This project has no NVIDIA API key');
    await see('You cannot add a key to this project');
    await see(
      'You need permission to create Secrets in this project. Ask an administrator of the project.',
    );
    await expect(screen.queryByRole('button')).toBeNull();
  },
});

export const CouldNotBeLookedUp = meta.story({
  beforeEach: network({ faults: [breaks(SECRETS)] }),
  play: async () => {
    await see("The project's NVIDIA API key could not be looked up");
    await expect(await buttons('Try again')).toEqual(['Try again']);
  },
});

export const TriedAgain = meta.story({
  beforeEach: CouldNotBeLookedUp.input.beforeEach,
  play: async ({ msw, userEvent }) => {
    const tryAgain = await screen.findByRole('button', { name: 'Try again' });
    network({ objects: having(...storedSecrets) })({ msw });
    await userEvent.click(tryAgain);
    await expect(await status('a1b2')).toMatchObject({ Verification: 'Verified' });
    await expect(screen.queryByText(/could not be looked up/)).toBeNull();
  },
});

/** Nobody can tell what this person may do: the status is shown, and nothing is offered. */
export const RightsNotKnown = meta.story({
  beforeEach: network({ objects: having(...storedSecrets), faults: [breaks(REVIEWS)] }),
  play: async () => {
    await see('What you may do with the key could not be looked up');
    await expect(await buttons('Try again')).toEqual(['Try again']);
    await expect(await status('No deployment')).toMatchObject({ 'Key ends in': 'a1b2' });
  },
});

export const Dark = meta.story({ ...Verified.input, globals: { theme: 'dark' } });
