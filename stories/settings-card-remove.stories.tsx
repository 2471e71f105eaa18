import { expect, screen, waitFor, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { see } from './host/page-queries.ts';
import { breaks, refuses } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';
import { secretNow } from './network/project-keys.ts';
import { buttons, open, press } from './settings-page.ts';

const SECRETS = '*/api/k8s/api/v1/namespaces/nim-demo/secrets';
const SERVICES = '*/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices';

/** Removing the project's key, and what breaks by that. */
const meta = preview.meta({
  title: 'Settings card/Remove the key',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
  beforeEach: network({ objects: having(...storedSecrets) }),
});

const deployed = [...deployedWith('chat', 'Chat'), ...deployedWith('rag', 'RAG')];
const nameInput = () => screen.getByRole('textbox', { name: 'Type nim-demo to confirm' });
const secretsLeft = async (): Promise<string[]> => {
  const secrets = await Promise.all(['nim-api-key', 'nim-image-pull'].map(secretNow));
  return secrets.flatMap((secret) => (secret ? [secret.metadata.name] : []));
};

export const WithoutDeployments = meta.story({
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent, 'Remove');
    await expect(dialog).toHaveAccessibleDescription(
      'The Secrets nim-api-key and nim-image-pull go, and cannot be brought back. Nothing else is removed. No deployment uses the key.',
    );
    await expect(screen.queryByRole('textbox')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Remove key' })).toBeEnabled());
  },
});

/** With the key its buttons are gone: the focus goes to what came of it. */
export const Removed = meta.story({
  play: async ({ userEvent }) => {
    await open(userEvent, 'Remove');
    await press(userEvent, 'Remove key');
    await see('The NVIDIA API key was removed from this project');
    await expect(await buttons('Add a key')).toEqual(['Add a key']);
    await expect(document.activeElement).toHaveTextContent('was removed from this project');
    await expect(await secretsLeft()).toEqual([]);
  },
});

export const Cancelled = meta.story({
  play: async ({ userEvent }) => {
    await open(userEvent, 'Remove');
    await press(userEvent, 'Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(screen.getByRole('button', { name: 'Remove' })).toHaveFocus();
    await expect(await secretsLeft()).toHaveLength(2);
  },
});

export const WithDeployments = meta.story({
  beforeEach: network({ objects: having(...storedSecrets, ...deployed) }),
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent, 'Remove');
    await expect(dialog).toHaveTextContent(
      'Chat and RAG would break: what runs goes on, but cannot start again without the key.',
    );
    await expect(screen.getByRole('button', { name: 'Remove key' })).toBeDisabled();
    await expect(nameInput()).toBeRequired();
    await userEvent.type(nameInput(), 'nim');
    await expect(screen.getByRole('button', { name: 'Remove key' })).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    await expect(await secretsLeft()).toHaveLength(2);
  },
});

export const ConfirmedByName = meta.story({
  beforeEach: network({ objects: having(...storedSecrets, ...deployed) }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Remove');
    await userEvent.type(nameInput(), 'nim-demo');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Remove key' })).toBeEnabled());
    await userEvent.keyboard('{Enter}');
    await see('The NVIDIA API key was removed from this project');
    await see("Chat and RAG cannot start without the project's key.");
  },
});

export const UsersNotKnown = meta.story({
  beforeEach: network({ objects: having(...storedSecrets), faults: [breaks(SERVICES)] }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Remove');
    await see(/Which deployments would break is not known\. The cluster did not answer/);
    await expect(screen.getByRole('button', { name: 'Remove key' })).toBeDisabled();
  },
});

/** The cluster answers again: nobody uses the key, and no name has to be typed. */
export const LookedForUsersAgain = meta.story({
  beforeEach: UsersNotKnown.input.beforeEach,
  play: async ({ msw, userEvent }) => {
    const dialog = await open(userEvent, 'Remove');
    const tryAgain = await within(dialog).findByRole('button', { name: 'Try again' });
    network({ objects: having(...storedSecrets) })({ msw });
    await userEvent.click(tryAgain);
    await waitFor(() => expect(dialog).toHaveTextContent('No deployment uses the key.'));
    await expect(screen.getByRole('button', { name: 'Remove key' })).toBeEnabled();
    await expect(dialog).toContainElement(document.activeElement as HTMLElement);
  },
});

/** The first Secret cannot be put back: the card says so, and shows the half that is left. */
export const HalfRemoved = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets),
    faults: [refuses('DELETE', `${SECRETS}/nim-image-pull`, 403)],
  }),
  play: async ({ userEvent }) => {
    await open(userEvent, 'Remove');
    await press(userEvent, 'Remove key');
    await see(
      'The secret "nim-image-pull" could not be removed: you do not have permission (secrets "nim-image-pull" is forbidden: User "ada" cannot delete resource "secrets" in API group "" in the namespace "nim-demo"). Ask an administrator of the project. The secret "nim-api-key" is gone, and cannot be put back.',
    );
    await see('Only half of the key was removed');
    await see("This project's NVIDIA API key is incomplete");
    await expect(await secretsLeft()).toEqual(['nim-image-pull']);
  },
});

/** A half pair can be removed, too. */
export const RestToRemove = meta.story({
  beforeEach: network({ objects: having(...storedSecrets.slice(1)) }),
  play: async ({ userEvent }) => {
    const dialog = await open(userEvent, 'Remove');
    await expect(dialog).toHaveTextContent('The Secret nim-image-pull goes');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Remove key' })).toBeEnabled());
  },
});

export const DarkAndNarrow = meta.story({
  ...WithDeployments.input,
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
});
