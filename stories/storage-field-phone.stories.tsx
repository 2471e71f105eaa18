import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { network } from './network/network.ts';
import { having, volume } from './network/objects.ts';
import * as byCluster from './storage-field-cluster.stories.tsx';
import * as fields from './storage-field.stories.tsx';

const meta = preview.meta({
  title: 'Fields/Model cache/On a phone, in the dark',
  component: StoryHost,
  subcomponents: { StorageField },
  args: { fields: [storageField], project: 'nim-demo', hasReview: true },
});

export const Loading = meta.story(onAPhoneInTheDark(byCluster.Loading.input));

export const Offline = meta.story(onAPhoneInTheDark(byCluster.CouldNotBeLoaded.input));

export const Forbidden = meta.story(onAPhoneInTheDark(byCluster.NotPermitted.input));

export const NoStorageClass = meta.story(onAPhoneInTheDark(byCluster.NoStorageClass.input));

export const Filled = meta.story(onAPhoneInTheDark(fields.Filled.input));

export const NameTaken = meta.story(onAPhoneInTheDark(fields.NameTaken.input));

/** Kubernetes takes 253 characters. */
export const LongNames = meta.story({
  beforeEach: network({ objects: having(volume('cache-'.repeat(40) + 'end', '50Gi')) }),
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('radio', { name: 'Use an existing volume' }));
    await screen.findByRole('option', { name: /^cache-cache-/ });
    // The select cuts it off.
    await see('50 GiB, not used by any deployment.');
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
