import { http } from 'msw';
import { expect, fn, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { keptKey } from '../src/apiKey/key-vault.ts';
import { VERIFY_PATH } from '../src/apiKey/verify-key.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { ApiKeyField } from '../src/wizard/key/api-key-field.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey, keyInput, pasteKey, verifyButton } from './enter-key.ts';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { isSlow, neverAnswers } from './network/faults.ts';
import { network } from './network/network.ts';

const VERIFY = `*${VERIFY_PATH}`;

const { valid } = testKeys;

const meta = preview.meta({
  title: 'Fields/NVIDIA API key',
  component: StoryHost,
  subcomponents: { ApiKeyField },
  args: { fields: [apiKeyField], project: 'nim-demo', hasReview: true, onState: fn() },
});

export const Empty = meta.story({
  play: async () => {
    await expect(await keyInput()).toHaveAttribute('type', 'password');
    await expect(await keyInput()).toHaveAccessibleDescription(/begins with "nvapi-"/);
    await expect(nextButton()).toBeDisabled();
  },
});

export const Typed = meta.story({
  play: async ({ userEvent }) => {
    await pasteKey(userEvent, valid.key);
    await expect(await keyInput()).toHaveAttribute('type', 'password');
    await expect(nextButton()).toBeDisabled();
  },
});

/** The key of a stand-in, which is known to everybody, and to NVIDIA not at all. */
export const Shown = meta.story({
  play: async ({ userEvent }) => {
    await pasteKey(userEvent, valid.key);
    await userEvent.click(screen.getByRole('button', { name: 'Show the key' }));
    await userEvent.click(screen.getByRole('button', { name: 'Hide the key' }));
    await expect(await keyInput()).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show the key' }));
    await expect(await keyInput()).toHaveAttribute('type', 'text');
    await expect(await keyInput()).toHaveValue(valid.key);
  },
});

export const OfUnusualLength = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await keyInput(), 'nvapi-short');
    await see(/usually have 70 characters; this one has 11/);
    await expect(verifyButton()).toBeEnabled();
  },
});

const asked = fn();
const noteQuestion = http.post(VERIFY, () => asked());

export const LegacyKeyRefused = meta.story({
  beforeEach: network({ faults: [noteQuestion] }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, 'a-legacy-key-without-the-prefix');
    await expect(await keyInput()).toBeInvalid();
    await expect(await keyInput()).toHaveAccessibleDescription(/legacy NGC keys are no longer/);
    await expect(asked).not.toHaveBeenCalled();
  },
});

export const NothingEntered = meta.story({
  beforeEach: network({ faults: [noteQuestion] }),
  play: async ({ userEvent }) => {
    await userEvent.type(await keyInput(), '{Enter}');
    await expect(await keyInput()).toHaveAccessibleDescription(/Enter your NVIDIA API key/);
    await expect(asked).not.toHaveBeenCalled();
  },
});

export const BeingVerified = meta.story({
  beforeEach: network({ faults: [neverAnswers(VERIFY)] }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, valid.key);
    await expect(screen.getByRole('progressbar')).toBeVisible();
    await expect(nextButton()).toBeDisabled();
  },
});

/** Typing on ends the question: it was about another key, and what comes of it is not told any more. */
export const ChangedWhileBeingVerified = meta.story({
  beforeEach: network({ faults: [isSlow(VERIFY, 300)] }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, valid.key);
    await expect(screen.getByRole('progressbar')).toBeVisible();
    await userEvent.type(await keyInput(), 'x');
    await expect(screen.queryByRole('progressbar')).toBeNull();
    await see(/usually have 70 characters; this one has 71/);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect(screen.queryByText(/NVIDIA knows the key/)).toBeNull();
    await expect(nextButton()).toBeDisabled();
  },
});

export const Verified = meta.story({
  play: async ({ args, userEvent }) => {
    await enterKey(userEvent, valid.key);
    await see(/NVIDIA knows the key ending in a1b2/);
    await expect(review()).toHaveTextContent('Ends in a1b2, verified');
    await expect(nextButton()).toBeEnabled();
    await expect(keptKey('nim-demo')).toBe(valid.key);
    await expect(JSON.stringify(args.onState?.mock.calls)).not.toContain(valid.key);
    await expect(document.body.innerHTML).not.toContain(valid.key);
  },
});

/** What is below the field stays where it is, and the keyboard's focus does not get lost. */
export const VerifiedInPlace = meta.story({
  play: async ({ userEvent }) => {
    await keyInput();
    const before = review().getBoundingClientRect().top;
    await enterKey(userEvent, valid.key);
    await screen.findByText(/NVIDIA knows the key/);
    await expect(Math.abs(review().getBoundingClientRect().top - before)).toBeLessThan(2);
    await expect(await keyInput()).toHaveFocus();
  },
});

export const OtherKey = meta.story({
  play: async ({ userEvent }) => {
    await enterKey(userEvent, valid.key);
    await userEvent.click(await screen.findByRole('button', { name: 'Change key' }));
    await expect(await keyInput()).toHaveValue('');
    await expect(await keyInput()).toHaveFocus();
    await expect(keptKey('nim-demo')).toBeUndefined();
    await expect(nextButton()).toBeDisabled();
  },
});

/** A key that was verified for one project says nothing for another, and is forgotten. */
export const ProjectChanged = meta.story({
  args: { canChangeProject: true },
  beforeEach: network({ user: 'admin' }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, valid.key);
    await screen.findByText(/NVIDIA knows the key/);
    await userEvent.selectOptions(screen.getByLabelText('Project'), 'fraud-detection');
    await expect(await keyInput()).toHaveValue('');
    await expect(nextButton()).toBeDisabled();
    await expect(keptKey('nim-demo')).toBeUndefined();
  },
});

export const Disabled = meta.story({
  args: { isDisabled: true },
  play: async () => {
    await expect(await keyInput()).toBeDisabled();
    await expect(verifyButton()).toBeDisabled();
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.revoked.key);
    await see('NVIDIA rejected this key');
  },
});
