import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { keptKey } from '../src/apiKey/key-vault.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { ApiKeyField } from '../src/wizard/key/api-key-field.tsx';
import { queryClient } from '../src/wizard/query-client.ts';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterNewKey } from './enter-key.ts';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { breaks, neverAnswers } from './network/faults.ts';
import { network } from './network/network.ts';
import {
  deployedWith,
  having,
  keySecretsOf,
  olderSecrets,
  storedSecrets,
} from './network/objects.ts';

/** A project that has a key: it is used unless a person wants another. */
const meta = preview.meta({
  title: 'Fields/NVIDIA API key/That a project has',
  component: StoryHost,
  subcomponents: { ApiKeyField },
  args: { fields: [apiKeyField], project: 'nim-demo', hasReview: true },
});

const projectsKey = (): Promise<HTMLElement> =>
  screen.findByRole('radio', { name: "Use the project's key" });
const anotherKey = (): HTMLElement => screen.getByRole('radio', { name: 'Use another key' });

const NOT_EVERY_IMAGE = 'This key cannot pull some images that are in use';

export const Stored = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async () => {
    await expect(await projectsKey()).toBeChecked();
    await see('This project has a key (…a1b2, verified on August 22, 2026 by pat).');
    await expect(review()).toHaveTextContent(
      "The project's own: …a1b2, verified on August 22, 2026 by pat",
    );
    await expect(nextButton()).toBeEnabled();
  },
});

export const RejectedSince = meta.story({
  beforeEach: network({
    objects: having(...keySecretsOf(testKeys.revoked.key, { verification: 'rejected' })),
  }),
  play: async () => {
    await expect(await projectsKey()).not.toBeChecked();
    await expect(anotherKey()).toBeChecked();
    await see(/^This project has a key \(…g7h8, rejected by NVIDIA on August 22/);
    await expect(nextButton()).toBeDisabled();
  },
});

/** Made by hand, or by an earlier release: it is used all the same. */
export const NothingKnownOfIt = meta.story({
  beforeEach: network({
    objects: having(
      ...storedSecrets.map((secret) => ({
        ...secret,
        metadata: { name: secret.metadata.name, namespace: 'nim-demo' },
      })),
    ),
  }),
  play: async () => {
    await expect(await projectsKey()).toBeChecked();
    await see('This project has a key (not known whether it was verified).');
    await expect(nextButton()).toBeEnabled();
  },
});

export const Replaced = meta.story({
  beforeEach: network({
    objects: having(
      ...storedSecrets,
      ...deployedWith('chat', 'Chat'),
      ...deployedWith('rag', 'RAG'),
    ),
  }),
  play: async ({ userEvent }) => {
    await projectsKey();
    await see(
      "The new key replaces it. 2 deployments use the project's key and take the new one when they start next: Chat and RAG.",
    );
    await userEvent.click(anotherKey());
    await expect(nextButton()).toBeDisabled();
    await enterNewKey(userEvent, testKeys.otherValid.key);
    await see(/NVIDIA knows the key ending in c3d4/);
    await expect(review()).toHaveTextContent("Ends in c3d4, verified. Replaces the project's key");
    await expect(nextButton()).toBeEnabled();
  },
});

/** NVIDIA knows the key, and what runs would not start again with it: said, and in nobody's way. */
export const ReplacedByOneThatMayNotPull = meta.story({
  beforeEach: Replaced.input.beforeEach,
  play: async ({ userEvent }) => {
    await projectsKey();
    await userEvent.click(anotherKey());
    await enterNewKey(userEvent, testKeys.notEntitled.key);
    await see(NOT_EVERY_IMAGE);
    await see(/^Chat and RAG would not start again with it\./);
    await expect(nextButton()).toBeEnabled();
  },
});

/** Where an administrator wants nobody to ask about keys, nobody asks for what runs either. */
export const ReplacedWithoutVerification = meta.story({
  beforeEach: network({
    nimConfig: { disableKeyValidation: true },
    objects: having(...storedSecrets, ...deployedWith('chat', 'Chat')),
  }),
  play: async ({ userEvent }) => {
    await projectsKey();
    await userEvent.click(anotherKey());
    await enterNewKey(userEvent, testKeys.notEntitled.key, 'Use key');
    await see(/The key ending in d7e8 is used without verification/);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    await expect(screen.queryByText(NOT_EVERY_IMAGE)).toBeNull();
  },
});

/** A person who thinks better of it: the key that was entered is let go. */
export const KeptAfterAll = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async ({ userEvent }) => {
    await projectsKey();
    await userEvent.click(anotherKey());
    await enterNewKey(userEvent, testKeys.otherValid.key);
    await see(/NVIDIA knows the key ending in c3d4/);
    await expect(keptKey('nim-demo')).toBe(testKeys.otherValid.key);
    await userEvent.click(await projectsKey());
    await expect(keptKey('nim-demo')).toBeUndefined();
    await expect(screen.queryByLabelText(/^New NVIDIA API key/)).toBeNull();
    await expect(review()).toHaveTextContent("The project's own");
  },
});

export const UsedByNobodyYet = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  play: async () => {
    await see("The new key replaces it. No deployment uses the project's key.");
  },
});

const RUNTIMES = '*/api/k8s/apis/serving.kserve.io/v1alpha1/namespaces/nim-demo/servingruntimes';

export const LookingForItsUsers = meta.story({
  beforeEach: network({ objects: having(...storedSecrets), faults: [neverAnswers(RUNTIMES)] }),
  play: async () => {
    await see("The new key replaces it. Looking for the deployments that use the project's key.");
    await expect(nextButton()).toBeEnabled();
  },
});

export const UsersNotKnown = meta.story({
  beforeEach: network({ objects: having(...storedSecrets), faults: [breaks(RUNTIMES)] }),
  play: async () => {
    await see(
      /It is not known which deployments use the project's key\. The cluster did not answer/,
    );
    await expect(nextButton()).toBeEnabled();
  },
});

/** Used where it is; another key becomes the project's own beside it. */
export const OfTheOlderIntegration = meta.story({
  beforeEach: network({ objects: having(...olderSecrets) }),
  play: async () => {
    await expect(await projectsKey()).toBeChecked();
    await see(
      /from the dashboard's older integration \(Secrets nvidia-nim-secrets and ngc-secret\)/,
    );
    await see("It becomes the project's key. The key of the older integration is not changed.");
    await expect(nextButton()).toBeEnabled();
  },
});

export const ForEachDeployment = meta.story({
  beforeEach: network({
    nimConfig: { keyScope: 'deployment' },
    objects: having(...storedSecrets, ...deployedWith('chat', 'Chat')),
  }),
  play: async ({ userEvent }) => {
    await expect(await projectsKey()).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Use a key for this deployment' }));
    await see("It is stored for this deployment only; the project's key stays as it is.");
    await enterNewKey(userEvent, testKeys.notEntitled.key);
    await see(/NVIDIA knows the key ending in d7e8/);
    await expect(review()).toHaveTextContent('Ends in d7e8, verified. For this deployment only');
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    await expect(screen.queryByText(NOT_EVERY_IMAGE)).toBeNull();
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  beforeEach: network({ objects: having(...storedSecrets, ...deployedWith('chat', 'Chat')) }),
  play: async ({ userEvent }) => {
    await projectsKey();
    await userEvent.click(anotherKey());
    await see(/1 deployment uses the project's key/);
  },
});
