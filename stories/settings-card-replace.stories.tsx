import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { keptKey } from '../src/apiKey/key-vault.ts';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey, keyInput, pasteKey } from './enter-key.ts';
import { see } from './host/page-queries.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';
import { breaks, refuses } from './network/faults.ts';
import { secretNow, unfinishedSecrets } from './network/project-keys.ts';
import { buttons, open, press, status } from './settings-page.ts';

const SECRET = '*/api/k8s/api/v1/namespaces/nim-demo/secrets';

/** Entering the project's key, the first or another, and what can come of it. */
const meta = preview.meta({
  title: 'Settings card/Enter a key',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
});

const { key } = testKeys.otherValid;
const deployed = [...deployedWith('chat', 'Chat'), ...deployedWith('rag', 'RAG')];

const keyIn = (secret: Awaited<ReturnType<typeof secretNow>>): string =>
  atob(secret?.data['NGC_API_KEY'] ?? '');

export const Form = meta.story({
  beforeEach: network({ objects: having(...storedSecrets, ...deployed) }),
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent, 'Replace');
    await expect(dialog).toHaveAccessibleName("Replace the project's NVIDIA API key");
    await see(/…a1b2, verified on August 22, 2026 by pat/);
    await see(/take the new one when they are restarted; you are asked next\.$/);
    await expect(screen.getByRole('button', { name: 'Replace key' })).toBeDisabled();
    await expect(await keyInput()).toHaveAttribute('autocomplete', 'off');
  },
});

/** The focus is back where it was, and the key nowhere. */
export const Cancelled = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, key);
    await see(/Verified: NVIDIA knows the key ending in c3d4/);
    await expect(keptKey('nim-demo')).toBe(key);
    await press(userEvent, 'Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(screen.getByRole('button', { name: 'Replace' })).toHaveFocus();
    await expect(keptKey('nim-demo')).toBeUndefined();
    await expect(keyIn(await secretNow('nim-api-key'))).toBe(testKeys.valid.key);
  },
});

export const Rejected = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, testKeys.revoked.key);
    await see('NVIDIA rejected this key');
    await expect(screen.queryByText(/you are asked next/)).toBeNull();
    await expect(screen.getByRole('button', { name: 'Replace key' })).toBeDisabled();
  },
});

/**
 * What comes next does not depend on it: the key is stored, and those who use it are to be restarted. What
 * the card has seen is of the key before, and is not shown any more.
 */
export const NotLookedUpAgain = meta.story({
  beforeEach: network({ objects: having(...storedSecrets, ...deployed) }),
  play: async ({ msw, userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, key);
    await see(/Verified: NVIDIA knows the key ending in c3d4/);
    msw.use(breaks(SECRET));
    await press(userEvent, 'Replace key');
    await screen.findByRole('checkbox', { name: 'Chat' });
    await press(userEvent, 'Not now');
    await see('The key was replaced');
    await see("The project's NVIDIA API key could not be looked up again");
    await expect(screen.queryByText('a1b2')).toBeNull();
    await expect(await buttons('Try again')).toEqual(['Try again']);
    await waitFor(() => expect(document.activeElement).toHaveTextContent('The key was replaced'));
  },
});

/** Nobody uses it: there is nothing to restart, and the form closes by itself. */
export const Replaced = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, key);
    await press(userEvent, 'Replace key');
    await see('The key was replaced');
    await expect(screen.queryByRole('dialog')).toBeNull();
    await expect(await status('c3d4')).toMatchObject({ 'Verified by': 'ada' });
    await expect(screen.getByRole('button', { name: 'Replace' })).toHaveFocus();
    await expect(keptKey('nim-demo')).toBeUndefined();
    const secret = await secretNow('nim-api-key');
    await expect(keyIn(secret)).toBe(key);
    await expect(Object.keys(secret?.data ?? {}).toSorted()).toEqual(['NGC_API_KEY', 'api_key']);
  },
});

export const NobodyCouldTell = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, testKeys.dropped.key);
    await see('NVIDIA could not be reached');
    await expect(screen.getByRole('button', { name: 'Replace key' })).toBeDisabled();
  },
});

export const ReplacedThoughNobodyCouldTell = meta.story({
  beforeEach: NobodyCouldTell.input.beforeEach,
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, testKeys.dropped.key);
    await press(userEvent, 'Continue without verification');
    await press(userEvent, 'Replace key');
    await expect(await status('z3a4')).toMatchObject({ 'Added by': 'ada' });
  },
});

export const WithoutVerification = meta.story({
  beforeEach: network({
    nimConfig: { disableKeyValidation: true },
    objects: having(...storedSecrets),
  }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await pasteKey(userEvent, testKeys.revoked.key);
    await press(userEvent, 'Use key');
    await press(userEvent, 'Replace key');
    await expect(await status('g7h8')).toMatchObject({ Verification: 'Not verified' });
  },
});

/** The second Secret is refused when the first has its new key: that one is put back. */
export const PutBack = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets, ...deployed),
    faults: [refuses('PATCH', `${SECRET}/nim-image-pull`)],
  }),
  play: async ({ userEvent }) => {
    const before = await secretNow('nim-api-key');
    await open(userEvent, 'Replace');
    await enterKey(userEvent, key);
    await press(userEvent, 'Replace key');
    await see(
      /^The secret "nim-image-pull" could not be updated: etcdserver: request timed out\. Try again in a moment\. Put back as it was: the secret "nim-api-key"\.$/,
    );
    const after = await secretNow('nim-api-key');
    await expect(after?.data).toEqual(before?.data);
    await expect(after?.metadata.annotations).toEqual(before?.metadata.annotations);
    await expect(screen.getByRole('button', { name: 'Replace key' })).toHaveFocus();
  },
});

export const CancelledAfterPutBack = meta.story({
  beforeEach: PutBack.input.beforeEach,
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, key);
    await press(userEvent, 'Replace key');
    await see(/Put back as it was/);
    await press(userEvent, 'Cancel');
    await expect(await status('a1b2')).toMatchObject({ 'Verified by': 'pat' });
  },
});

/** The button is gone with the state that it was for. */
export const Added = meta.story({
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent, 'Add a key');
    await expect(dialog).toHaveAccessibleName('Add an NVIDIA API key');
    await enterKey(userEvent, key);
    await press(userEvent, 'Add key');
    await see('The key was added');
    await expect(await status('c3d4')).toMatchObject({ 'Verified by': 'ada' });
    await waitFor(() => expect(document.activeElement).toHaveTextContent('The key was added'));
  },
});

/** The form is then one to replace that key, which it names. */
export const AddedMeanwhileBySomebodyElse = meta.story({
  play: async ({ msw, userEvent }) => {
    await open(userEvent, 'Add a key');
    await enterKey(userEvent, key);
    await see(/Verified: NVIDIA knows the key ending in c3d4/);
    network({ objects: having(...storedSecrets) })({ msw });
    await press(userEvent, 'Add key');
    await see(
      'Somebody else has added a key to this project meanwhile. Nothing was changed. Look at that key before you replace it.',
    );
    await see(/^The key that is there \(…a1b2, verified on August 22, 2026 by pat\)/);
    await expect(await screen.findByRole('button', { name: 'Replace key' })).toBeEnabled();
    await expect(keyIn(await secretNow('nim-api-key'))).toBe(testKeys.valid.key);
  },
});

export const Mended = meta.story({
  beforeEach: network({ objects: having(...storedSecrets.slice(0, 1)) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Enter the key');
    await enterKey(userEvent, key);
    await press(userEvent, 'Store key');
    await see('The key was stored');
    const secrets = await Promise.all(['nim-api-key', 'nim-image-pull'].map(secretNow));
    const ids = secrets.map(
      (secret) => secret?.metadata.annotations?.['nim-wizard.opendatahub.io/key-id'],
    );
    await expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    await expect(ids[1]).toBe(ids[0]);
  },
});

/** A replacement over one that was not brought to its end leaves nothing of either previous key. */
export const ReplacedWhereUnfinished = meta.story({
  beforeEach: network({ objects: having(...unfinishedSecrets) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Replace');
    await enterKey(userEvent, testKeys.service.key);
    await press(userEvent, 'Replace key');
    await expect(await status('e5f6')).toMatchObject({ 'Verified by': 'ada' });
    const secret = await secretNow('nim-api-key');
    await expect(Object.keys(secret?.data ?? {}).toSorted()).toEqual(['NGC_API_KEY', 'api_key']);
    await expect(screen.queryByText(/was not brought to its end/)).toBeNull();
  },
});

export const DarkAndNarrow = meta.story({
  ...Form.input,
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
});
