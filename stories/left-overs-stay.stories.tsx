import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { labelled } from '../src/submit/plan/submission-label.ts';
import { LeftOvers } from '../src/wizard/leftOvers/left-overs.tsx';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import {
  anHourAgo,
  left,
  leftOvers,
  REMOVED,
  removeButton,
  removeForGood,
  TITLE,
} from './left-over-objects.ts';
import { breaks, breaksUntil, refuses } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, volume } from './network/objects.ts';

/** What an unfinished deployment has left, and nobody here can remove, or by deleting the deployment only. */
const meta = preview.meta({
  title: 'Fields/NVIDIA API key/Left-overs that stay',
  component: StoryHost,
  subcomponents: { LeftOvers },
  args: { fields: [apiKeyField], project: 'nim-demo' },
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
    await removeForGood(userEvent, 'Remove it');
    await see('The volume "nim-chat" could not be removed');
    await see(/^You do not have permission to delete it\. Ask somebody who may edit the project\./);
    const command = screen.getByText(/^kubectl delete persistentvolumeclaims/);
    await expect(command).toBeVisible();
    await expect(command.textContent?.split('\n').slice(1)).toEqual([
      '  --namespace nim-demo \\',
      '  --field-selector metadata.name=nim-chat \\',
      '  --selector nim-wizard.opendatahub.io/submission=some-id',
    ]);
    await expect(screen.getByRole('button', { name: 'Copy' })).toBeEnabled();
    await expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
});

/** Nobody can tell what is in use by now, and so nothing is removed, nor said to be. */
export const NotLookedAtAgain = meta.story({
  beforeEach: network({
    objects: having(left(volume('nim-chat', '50Gi'))),
    createdAt: anHourAgo,
  }),
  play: async ({ msw, userEvent }) => {
    await userEvent.click(await removeButton('Remove it'));
    msw.use(breaks('*/persistentvolumeclaims'));
    await userEvent.click(await removeButton('Remove it'));
    await see('Nothing was removed');
    await see(/^The cluster did not answer when asked for what earlier deployments have left/);
    await see(/Without its answer nobody can tell what is in use by now\.$/);
    await expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
});

export const TriedAgain = meta.story({
  beforeEach: network({
    objects: having(left(volume('nim-chat', '50Gi'))),
    createdAt: anHourAgo,
  }),
  play: async ({ msw, userEvent }) => {
    await userEvent.click(await removeButton('Remove it'));
    const isBack = { isBack: false };
    msw.use(breaksUntil('*/persistentvolumeclaims', isBack));
    await userEvent.click(await removeButton('Remove it'));
    const tryAgain = await screen.findByRole('button', { name: 'Try again' });
    isBack.isBack = true;
    await userEvent.click(tryAgain);
    await see(REMOVED);
  },
});

/** A deployment of ours that asks for a token. */
const askingForToken = (name: string, displayName: string): KubernetesObject[] => {
  const [runtime, service] = deployedWith(name, displayName);
  const annotations = {
    ...service.metadata.annotations,
    'security.opendatahub.io/enable-auth': 'true',
  };
  const protectedOne = { ...service, metadata: { ...service.metadata, annotations } };
  return [runtime, protectedOne].map((object) => labelled(object, 'some-id'));
};

/** The browser was closed between the deployment and its tokens: nobody can call it. */
export const WithoutTokens = meta.story({
  beforeEach: network({
    objects: having(...askingForToken('chat', 'Chat')),
    createdAt: anHourAgo,
  }),
  play: async () => {
    await see('A deployment in this project cannot be called by anybody');
    await see(/^"Chat" asks everybody who calls it for a token, but none was created\. Edit /);
    await expect(screen.queryByText(TITLE)).toBeNull();
  },
});

/** Names of people's own: long, unbroken, and from right to left. */
export const ManyWithoutTokens = meta.story({
  beforeEach: network({
    objects: having(
      ...askingForToken('chat', 'A-chat-for-everybody-'.repeat(8)),
      ...askingForToken('rag', 'نموذج الدردشة'),
    ),
    createdAt: anHourAgo,
  }),
  play: async () => {
    await see('Some deployments in this project cannot be called by anybody');
    await see(/"نموذج الدردشة" asks everybody who calls it for a token/);
  },
});
