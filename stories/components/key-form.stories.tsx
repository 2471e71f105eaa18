import { type ReactElement, useState } from 'react';
import { expect, fn, screen, waitFor } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import type { EnteredKeyReference, KeyReference } from '../../src/apiKey/key-reference.ts';
import { KeyEntry } from '../../src/wizard/key/key-entry.tsx';
import { KeyForm, type KeyFormProps } from '../../src/wizard/key/key-form.tsx';
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

/** As in the wizard: once the key can be used, what was entered takes the form's place. */
const InItsPlace = (props: KeyFormProps): ReactElement => {
  const [entered, setEntered] = useState<EnteredKeyReference>();
  const change = (next: KeyReference): void => {
    setEntered(next.kind === 'entered' ? next : undefined);
    if (next.kind === 'entered') {
      props.onEntered(next);
    }
  };
  return (
    <KeyEntry
      label={props.label}
      enteredFor={props}
      entered={entered}
      isDisabled={props.isDisabled}
      onChange={change}
    />
  );
};

/** The wizard's state gets a reference; the key is nowhere in it. */
export const Verified = meta.story({
  render: InItsPlace,
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
    await see('Verified: NVIDIA knows the key ending in e5f6.');
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
  render: InItsPlace,
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
    await see('The key ending in g7h8 is used without verification.');
  },
});

/** Nobody is asked, and nobody is said to be. */
export const BeingTakenWithoutVerification = meta.story({
  args: { isVerified: false },
  play: async ({ userEvent }) => {
    await pasteKey(userEvent, testKeys.valid.key);
    await userEvent.click(screen.getByRole('button', { name: 'Use key' }));
    await see(/^Taking the key\. NVIDIA is not asked about it\./);
    await expect(screen.queryByText(/Asking NVIDIA/)).toBeNull();
  },
});

export const Disabled = meta.story({
  args: { isDisabled: true },
  play: async () => {
    await expect(await keyInput()).toBeDisabled();
    await expect(verifyButton()).toBeDisabled();
  },
});

const LONG = `nvapi-${'a-key-that-is-too-long-'.repeat(10)}`;

export const LongOnAPhoneInTheDark = meta.story({
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await pasteKey(userEvent, LONG);
    await userEvent.click(verifyButton());
    await see('NVIDIA rejected this key');
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
