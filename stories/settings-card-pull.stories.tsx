import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey } from './enter-key.ts';
import { see } from './host/page-queries.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';
import { open, press } from './settings-page.ts';

const deployed = [...deployedWith('chat', 'Chat'), ...deployedWith('rag', 'RAG')];

/** A key that NVIDIA knows, and with which what runs could not start again. */
const meta = preview.meta({
  title: 'Settings card/A key that cannot pull',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
  beforeEach: network({ objects: having(...storedSecrets, ...deployed) }),
});

/** NVIDIA knows the key, and what runs would not start again with it: said before anything is replaced. */
export const Replaced = meta.story({
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, testKeys.notEntitled.key);
    await see(/^Chat and RAG would not start again with it\./);
    await press(userEvent, 'Replace key');
    await screen.findByRole('dialog', { name: 'The key was replaced' });
    const boxes = screen.getAllByRole('checkbox');
    await expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([false, false]);
    await see(/^Chat and RAG would not start again with it\./);
    await see(/^These deployments use it\. What runs goes on\. Restart only those that can pull/);
  },
});

/** What is left as it was is not said to take the new key. */
export const NotRestarted = meta.story({
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, testKeys.notEntitled.key);
    await see(/^Chat and RAG would not start again with it\./);
    await press(userEvent, 'Replace key');
    await press(userEvent, 'Not now');
    await see('The key was replaced');
    await see(/^Chat and RAG would not start again with it\./);
    await expect(screen.queryByText(/when they start next/)).toBeNull();
  },
});
