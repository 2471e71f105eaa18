import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { LeftOvers } from '../src/wizard/leftOvers/left-overs.tsx';
import { nextButton, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import {
  anHourAgo,
  chatRuntime,
  left,
  leftOvers,
  REMOVED,
  removeButton,
  removeForGood,
  TITLE,
} from './left-over-objects.ts';
import { neverAnswers } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets, volume } from './network/objects.ts';

/** A browser was closed, or lost its connection, while a model was being deployed. */
const meta = preview.meta({
  title: 'Fields/NVIDIA API key/After an unfinished deployment',
  component: StoryHost,
  subcomponents: { LeftOvers },
  args: { fields: [apiKeyField], project: 'nim-demo' },
});

/** The key of a deployment alone that never came to be. */
const secretOfGone: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'nim-api-key-gone', namespace: 'nim-demo' },
};

export const Found = meta.story({
  beforeEach: network({ objects: having(...leftOvers), createdAt: anHourAgo }),
  play: async () => {
    await see(TITLE);
    await see(
      'The volume "nim-chat", the secret "nim-api-key", the secret "nim-image-pull", and the serving runtime "chat" were created for it, and no deployment uses them. The project\'s NVIDIA API key is among them.',
    );
    await expect(await removeButton()).toBeEnabled();
  },
});

/** Nobody has to wait for it: the field of the key is there meanwhile. */
export const BeingLookedFor = meta.story({
  beforeEach: network({
    objects: having(...leftOvers),
    createdAt: anHourAgo,
    faults: [neverAnswers('*/persistentvolumeclaims')],
  }),
  play: async () => {
    await expect(await screen.findByRole('radio', { name: "Use the project's key" })).toBeChecked();
    await expect(screen.queryByText(TITLE)).toBeNull();
    await expect(nextButton()).toBeEnabled();
  },
});

/** A key and a volume cannot be had again: what goes is said first. */
export const AskedFirst = meta.story({
  beforeEach: Found.input.beforeEach,
  play: async ({ userEvent }) => {
    await userEvent.click(await removeButton());
    await see('Remove what the earlier deployment left behind?');
    await see(/NVIDIA API key is among them\. That key then has to be entered again\./);
    await see(/What was downloaded to the volume is lost\.$/);
    await expect(screen.getByText(/is lost/).closest('[tabindex="-1"]')).toHaveFocus();
    await expect(nextButton()).toBeEnabled();
  },
});

export const KeptAfterAll = meta.story({
  beforeEach: Found.input.beforeEach,
  play: async ({ userEvent }) => {
    await userEvent.click(await removeButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Keep them' }));
    await see(TITLE);
    await expect(screen.queryByText(/is lost/)).toBeNull();
    await expect(screen.getByRole('radio', { name: "Use the project's key" })).toBeChecked();
  },
});

/** The key was among them: it is asked for again. */
export const Removed = meta.story({
  beforeEach: Found.input.beforeEach,
  play: async ({ userEvent }) => {
    await screen.findByRole('radio', { name: "Use the project's key" });
    await expect(nextButton()).toBeEnabled();
    await removeForGood(userEvent);
    await see(REMOVED);
    await screen.findByLabelText(/^NVIDIA API key/);
    await waitFor(() => expect(nextButton()).toBeDisabled());
  },
});

export const BeingRemoved = meta.story({
  beforeEach: Found.input.beforeEach,
  play: async ({ msw, userEvent }) => {
    await userEvent.click(await removeButton());
    msw.use(neverAnswers('*/persistentvolumeclaims'));
    const button = await removeButton();
    await userEvent.click(button);
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(await screen.findByRole('progressbar')).toBeVisible();
  },
});

/** It holds nothing, and only takes a name: nothing is lost with it, and nothing is asked. */
export const OnlyARuntime = meta.story({
  beforeEach: network({ objects: having(left(chatRuntime)), createdAt: anHourAgo }),
  play: async ({ userEvent }) => {
    await see('The serving runtime "chat" was created for it, and no deployment uses it.');
    await userEvent.click(await removeButton('Remove it'));
    await see(REMOVED);
  },
});

/** The key that is chosen is not among them, and is used as before. */
export const OtherKeyRemoved = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets, left(secretOfGone)),
    createdAt: anHourAgo,
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await removeButton('Remove it'));
    await see(/^The secret "nim-api-key-gone" was created for it/);
    await see(/The NVIDIA API key that was stored for that deployment alone is removed, too\.$/);
    await userEvent.click(await removeButton('Remove it'));
    await see(REMOVED);
    await expect(screen.getByRole('radio', { name: "Use the project's key" })).toBeChecked();
    await expect(nextButton()).toBeEnabled();
  },
});

/** Another tab may be at work: what is that young is left alone. */
export const StillAtWork = meta.story({
  beforeEach: network({ objects: having(...leftOvers) }),
  play: async () => {
    await screen.findByRole('radio', { name: "Use the project's key" });
    await expect(screen.queryByText(TITLE)).toBeNull();
  },
});

/** Their mark could not be taken off: it is by now, and nobody is offered to remove them. */
export const NotLeftOver = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets.map(left), ...deployedWith('rag', 'RAG')),
    createdAt: anHourAgo,
  }),
  play: async () => {
    await screen.findByRole('radio', { name: "Use the project's key" });
    await expect(screen.queryByText(TITLE)).toBeNull();
  },
});

/** Another deployment uses the key by now; only the volume is nobody's. */
export const InUseSince = meta.story({
  beforeEach: network({
    objects: having(
      ...[volume('nim-chat', '50Gi'), ...storedSecrets].map(left),
      ...deployedWith('rag', 'RAG'),
    ),
    createdAt: anHourAgo,
  }),
  play: async () => {
    await see('The volume "nim-chat" was created for it, and no deployment uses it.');
    await expect(await removeButton('Remove it')).toBeEnabled();
  },
});

/** Several people have closed their browsers, and names are as long as Kubernetes takes them. */
export const Many = meta.story({
  beforeEach: network({
    objects: having(
      ...Array.from({ length: 12 }, (_none, index) =>
        left(volume(`nim-${'very-long-name-'.repeat(index)}${index}`, '50Gi')),
      ),
    ),
    createdAt: anHourAgo,
  }),
  play: async () => {
    await see(/^The volume "nim-0", .* and no deployment uses them\.$/);
    await expect(await removeButton()).toBeEnabled();
  },
});
