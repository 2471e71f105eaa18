import { expect, screen, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';
import { see } from './host/page-queries.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';
import { vicListsSecrets } from './network/project-keys.ts';
import { buttons } from './settings-page.ts';
import * as replacement from './settings-card-replace.stories.tsx';
import * as removal from './settings-card-remove.stories.tsx';
import * as verification from './settings-card-verify.stories.tsx';
import * as card from './settings-card.stories.tsx';

const meta = preview.meta({
  title: 'Settings card/On a phone, in the dark',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
});

export const Loading = meta.story(onAPhoneInTheDark(card.Loading.input));

export const None = meta.story(onAPhoneInTheDark(card.None.input));

export const Verified = meta.story(onAPhoneInTheDark(card.Verified.input));

export const Rejected = meta.story(onAPhoneInTheDark(verification.Rejected.input));

export const Broken = meta.story(onAPhoneInTheDark(card.DifferentKeys.input));

export const Forbidden = meta.story(onAPhoneInTheDark(card.Hidden.input));

export const Offline = meta.story(onAPhoneInTheDark(card.CouldNotBeLookedUp.input));

export const Disconnected = meta.story(onAPhoneInTheDark(card.NotNeeded.input));

export const Viewer = meta.story(onAPhoneInTheDark(card.Viewer.input));

export const ViewerOfHalfAKey = meta.story(
  onAPhoneInTheDark({
    beforeEach: network({
      user: 'vic',
      objects: having(...storedSecrets.slice(0, 1), ...vicListsSecrets),
    }),
    play: async () => {
      await see('The Secret nim-image-pull is missing.');
      await see('You cannot enter the key again or remove it');
      await expect(screen.queryByRole('button', { name: 'Enter the key' })).toBeNull();
    },
  }),
);

/** A title that is longer than a line goes on in the next. */
const seeWholeTitle = async (title: string): Promise<void> => {
  const dialog = await screen.findByRole('dialog');
  const { right } = within(dialog).getByText(title).getBoundingClientRect();
  await expect(right).toBeLessThanOrEqual(dialog.getBoundingClientRect().right);
};

const form = onAPhoneInTheDark(replacement.Form.input);

export const BeingEntered = meta.story({
  ...form,
  play: async (context) => {
    await form.play(context);
    await seeWholeTitle("Replace the project's NVIDIA API key");
  },
});

const confirmation = onAPhoneInTheDark(removal.WithDeployments.input);

export const BeingRemoved = meta.story({
  ...confirmation,
  play: async (context) => {
    await confirmation.play(context);
    await seeWholeTitle("Remove the project's NVIDIA API key?");
  },
});

/** What people call their deployments: long, without a space, and from right to left. */
export const LongAndRightToLeftNames = meta.story({
  beforeEach: network({
    objects: having(
      ...storedSecrets,
      ...deployedWith('long', 'Anunbrokenword'.repeat(12)),
      ...deployedWith('rtl', 'نموذج اللغة'),
    ),
  }),
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async () => {
    await buttons('Replace');
    await screen.findByText(/نموذج اللغة/);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
