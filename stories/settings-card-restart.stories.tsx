import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey } from './enter-key.ts';
import { see } from './host/page-queries.ts';
import { breaks, refuses } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, storedSecrets } from './network/objects.ts';
import { podAnnotationsNow } from './network/project-keys.ts';
import { open, press } from './settings-page.ts';

const SERVICES = '*/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices';

const deployed = [...deployedWith('chat', 'Chat'), ...deployedWith('rag', 'RAG')];

const stopped = deployedWith('night', 'Night shift').map((object): KubernetesObject => {
  const { metadata } = object;
  const annotations = { ...metadata.annotations, 'serving.kserve.io/stop': 'true' };
  return { ...object, metadata: { ...metadata, annotations } };
});

const left = (element: Element | null): number => element?.getBoundingClientRect().left ?? 0;

type Person = Parameters<typeof enterKey>[0];

const replace = async (person: Person): Promise<void> => {
  await open(person, 'Replace');
  await enterKey(person, testKeys.otherValid.key);
  await press(person, 'Replace key');
  await screen.findByRole('dialog', { name: 'The key was replaced' });
};

/** After the key was replaced: whose pods still have the old one. */
const meta = preview.meta({
  title: 'Settings card/Restart deployments',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
  beforeEach: network({ objects: having(...storedSecrets, ...deployed, ...stopped) }),
});

/** All are to be restarted, but for one that is stopped anyway. */
export const Offered = meta.story({
  play: async ({ userEvent }) => {
    await replace(userEvent);
    const boxes = screen.getAllByRole('checkbox');
    await expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([true, true]);
    await see('Night shift is stopped, and takes the new key when it starts.');
    const [note] = screen.getAllByText(/^Night shift is stopped/);
    await expect(boxes.at(-1)?.compareDocumentPosition(note as Node)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await expect(screen.getByRole('dialog')).toContainElement(
      document.activeElement as HTMLElement,
    );
  },
});

export const Restarted = meta.story({
  play: async ({ userEvent }) => {
    await replace(userEvent);
    await press(userEvent, 'Restart');
    await see('Chat restarts with the new key.');
    await see('RAG restarts with the new key.');
    await expect(await podAnnotationsNow('chat')).toEqual({
      'nim-wizard.opendatahub.io/restarted-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    await expect(await podAnnotationsNow('night')).toBeUndefined();
    await press(userEvent, 'Done');
    await see(
      'Chat and RAG restart with the new key. Night shift is stopped, and takes the new key when it starts.',
    );
  },
});

export const OnlyOne = meta.story({
  play: async ({ userEvent }) => {
    await replace(userEvent);
    await userEvent.click(screen.getByRole('checkbox', { name: 'RAG' }));
    await press(userEvent, 'Restart');
    await see('Chat restarts with the new key.');
    await expect(await podAnnotationsNow('rag')).toBeUndefined();
    await press(userEvent, 'Done');
    await see(/Chat restarts with the new key\. RAG takes it when it starts next\./);
  },
});

/** What failed is named, stays checked, and can be tried again. */
export const OneFailed = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets, ...deployed),
    faults: [refuses('PATCH', `${SERVICES}/rag`)],
  }),
  play: async ({ userEvent }) => {
    await replace(userEvent);
    await press(userEvent, 'Restart');
    await see('Chat restarts with the new key.');
    await see('RAG could not be restarted: etcdserver: request timed out. Try again in a moment.');
    const box = screen.getByRole('checkbox', { name: 'RAG' });
    await expect(box).toBeChecked();
    const message = screen.getByText(/^RAG could not be restarted/);
    const label = screen.getByText('RAG');
    await expect(left(message.closest('.pf-v6-c-helper-text'))).toBe(left(label));
    await expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();
  },
});

export const TriedAgain = meta.story({
  beforeEach: network({
    objects: having(...deployed, ...storedSecrets),
    faults: [refuses('PATCH', `${SERVICES}/rag`)],
  }),
  play: async ({ msw, userEvent }) => {
    await replace(userEvent);
    await press(userEvent, 'Restart');
    await screen.findByRole('button', { name: 'Try again' });
    network({ objects: having(...deployed) })({ msw });
    await press(userEvent, 'Try again');
    await see('RAG restarts with the new key.');
    await expect(screen.getByRole('button', { name: 'Done' })).toBeEnabled();
    await expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  },
});

export const NotNow = meta.story({
  play: async ({ userEvent }) => {
    await replace(userEvent);
    await press(userEvent, 'Not now');
    await see(/^Chat and RAG take it when they start next\./);
    await expect(screen.getByRole('button', { name: 'Replace' })).toHaveFocus();
    await expect(await podAnnotationsNow('chat')).toBeUndefined();
  },
});

/** Nobody can tell who uses the key: nothing is restarted, and that is said. */
export const UsersNotKnown = meta.story({
  beforeEach: network({ objects: having(...storedSecrets), faults: [breaks(SERVICES)] }),
  play: async ({ userEvent }) => {
    await replace(userEvent);
    await see(/^Which deployments use it is not known\. The cluster did not answer/);
    await expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
    await expect(screen.queryByRole('button', { name: 'Restart' })).toBeNull();
    await expect(screen.getByRole('button', { name: 'Done' })).toBeEnabled();
  },
});

export const DoneThoughUsersAreNotKnown = meta.story({
  beforeEach: UsersNotKnown.input.beforeEach,
  play: async ({ userEvent }) => {
    await replace(userEvent);
    await press(userEvent, 'Done');
    await see(
      'Which deployments use it is not known. What runs takes the new key when it starts next.',
    );
  },
});

export const DarkAndNarrow = meta.story({
  ...Offered.input,
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
});
