import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { labelled, marked } from '../src/submit/plan/submission-label.ts';
import { LeftOvers } from '../src/wizard/leftOvers/left-overs.tsx';
import { nextButton, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { breaks, refuses } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets, volume } from './network/objects.ts';

/** A browser was closed, or lost its connection, while a model was being deployed. */
const meta = preview.meta({
  title: 'Fields/NVIDIA API key/After an unfinished deployment',
  component: StoryHost,
  subcomponents: { LeftOvers },
  args: { fields: [apiKeyField], project: 'nim-demo' },
});

const left = (object: KubernetesObject): KubernetesObject => marked(object, 'some-id');

const anHourAgo = (): Date => new Date(Date.now() - 60 * 60 * 1000);

const [chatRuntime] = deployedWith('chat', 'Chat');
const leftOvers = [volume('nim-chat', '50Gi'), ...storedSecrets, chatRuntime].flatMap((object) =>
  object ? [left(object)] : [],
);

/** The key of a deployment alone that never came to be. */
const secretOfGone: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'nim-api-key-gone', namespace: 'nim-demo' },
};

const TITLE = 'An earlier deployment in this project was not finished';

const removeButton = (): Promise<HTMLElement> =>
  screen.findByRole('button', { name: 'Remove them' });

export const Found = meta.story({
  beforeEach: network({ objects: having(...leftOvers), createdAt: anHourAgo }),
  play: async () => {
    await see(TITLE);
    await see(
      'The volume "nim-chat", the secret "nim-api-key", the secret "nim-image-pull", and the serving runtime "chat" were created for it, and no deployment uses them.',
    );
    await expect(await removeButton()).toBeEnabled();
  },
});

/** The key was among them: it is asked for again. */
export const Removed = meta.story({
  beforeEach: network({ objects: having(...leftOvers), createdAt: anHourAgo }),
  play: async ({ userEvent }) => {
    await screen.findByRole('radio', { name: 'Use it' });
    await expect(nextButton()).toBeEnabled();
    await userEvent.click(await removeButton());
    await see('What an earlier deployment has left was removed');
    await screen.findByLabelText(/^NVIDIA API key/);
    await waitFor(() => expect(nextButton()).toBeDisabled());
  },
});

/** vic only looks. */
export const NotForThisPersonToRemove = meta.story({
  beforeEach: network({ user: 'vic', objects: having(...leftOvers), createdAt: anHourAgo }),
  play: async () => {
    await see(TITLE);
    await see(/You may not delete all of that: ask somebody who may edit the project\.$/);
    await expect(screen.queryByRole('button', { name: 'Remove them' })).toBeNull();
  },
});

export const NotRemoved = meta.story({
  beforeEach: network({
    objects: having(left(volume('nim-chat', '50Gi'))),
    createdAt: anHourAgo,
    faults: [refuses('DELETE', '*/persistentvolumeclaims/*', 403)],
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await removeButton());
    await see('Not everything could be removed');
    await see(
      /^Could not be removed: the volume "nim-chat" \(persistentvolumeclaims "nim-chat" is forbidden: .*\)\. Remove with: kubectl/,
    );
  },
});

/** Nobody can tell what is in use by now, and so nothing is removed, nor said to be. */
export const NotLookedAtAgain = meta.story({
  beforeEach: network({
    objects: having(left(volume('nim-chat', '50Gi'))),
    createdAt: anHourAgo,
  }),
  play: async ({ msw, userEvent }) => {
    const button = await removeButton();
    msw.use(breaks('*/persistentvolumeclaims'));
    await userEvent.click(button);
    await see('Not everything could be removed');
    await see(/^The cluster did not answer when asked for what earlier deployments have left/);
  },
});

/** The key that is chosen is not among them, and is used as before. */
export const OtherKeyRemoved = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets, left(secretOfGone)),
    createdAt: anHourAgo,
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await removeButton());
    await see('What an earlier deployment has left was removed');
    await expect(screen.getByRole('radio', { name: 'Use it' })).toBeChecked();
    await expect(nextButton()).toBeEnabled();
  },
});

/** Another tab may be at work: what is that young is left alone. */
export const StillAtWork = meta.story({
  beforeEach: network({ objects: having(...leftOvers) }),
  play: async () => {
    await screen.findByRole('radio', { name: 'Use it' });
    await expect(screen.queryByText(TITLE)).toBeNull();
  },
});

const [ownRuntime, ownService] = deployedWith('chat', 'Chat');

/** The browser was closed between the deployment and its tokens: nobody can call it. */
export const WithoutTokens = meta.story({
  beforeEach: network({
    objects: having(
      labelled(ownRuntime, 'some-id'),
      labelled(
        {
          ...ownService,
          metadata: {
            ...ownService.metadata,
            annotations: {
              ...ownService.metadata.annotations,
              'security.opendatahub.io/enable-auth': 'true',
            },
          },
        },
        'some-id',
      ),
    ),
    createdAt: anHourAgo,
  }),
  play: async () => {
    await see('A deployment in this project cannot be called by anybody');
    await see(/^"Chat" takes a token from everybody who calls it, and none was created\. Edit /);
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
    await screen.findByRole('radio', { name: 'Use it' });
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
  },
});
