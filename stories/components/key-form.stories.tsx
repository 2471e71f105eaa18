import { expect, fn, screen, waitFor } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { KeyForm } from '../../src/wizard/key-form.tsx';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { enterKey, keyInput, pasteKey, verifyButton } from '../enter-key.ts';
import { see } from '../host/page-queries.ts';
import { inForm } from './in-form.tsx';

const meta = preview.meta({
  title: 'Components/Key form',
  component: KeyForm,
  decorators: [inForm],
  args: {
    label: 'NVIDIA API key',
    project: 'nim-demo',
    scope: 'project' as const,
    isVerified: true,
    replaces: '',
    isDisabled: false,
    onEntered: fn(),
  },
});

export const Empty = meta.story({
  play: async () => {
    await expect(await keyInput()).toHaveAttribute('autocomplete', 'off');
    const link = screen.getByRole('link', { name: 'Create a personal key at NVIDIA' });
    await expect(link).toHaveAttribute('rel', 'noreferrer');
  },
});

/** The wizard's state gets a reference; the key is nowhere in it. */
export const Verified = meta.story({
  play: async ({ args, userEvent }) => {
    await enterKey(userEvent, ` ${testKeys.service.key} `);
    await waitFor(() =>
      expect(args.onEntered).toHaveBeenCalledWith({
        kind: 'entered',
        project: 'nim-demo',
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        scope: 'project',
        lastFour: 'e5f6',
        verification: 'verified',
        replaces: '',
      }),
    );
  },
});

export const ByEnter = meta.story({
  play: async ({ args, userEvent }) => {
    await pasteKey(userEvent, testKeys.forbidden.key);
    await userEvent.keyboard('{Enter}');
    await see('NVIDIA rejected this key');
    await expect(args.onEntered).not.toHaveBeenCalled();
  },
});

export const WithoutVerification = meta.story({
  args: { isVerified: false },
  play: async ({ args, userEvent }) => {
    await pasteKey(userEvent, testKeys.revoked.key);
    await userEvent.click(screen.getByRole('button', { name: 'Use key' }));
    await waitFor(() =>
      expect(args.onEntered).toHaveBeenCalledWith({
        kind: 'entered',
        project: 'nim-demo',
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        scope: 'project',
        lastFour: 'g7h8',
        verification: 'switched-off',
        replaces: '',
      }),
    );
  },
});

export const Disabled = meta.story({
  args: { isDisabled: true },
  play: async () => {
    await expect(await keyInput()).toBeDisabled();
    await expect(verifyButton()).toBeDisabled();
  },
});
