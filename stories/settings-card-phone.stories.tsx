import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';
import { buttons } from './settings-page.ts';
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

export const BeingRemoved = meta.story(onAPhoneInTheDark(removal.WithDeployments.input));

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
