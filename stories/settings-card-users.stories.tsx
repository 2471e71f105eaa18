import type { HttpHandler } from 'msw';
import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { see } from './host/page-queries.ts';
import { answers, breaks } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, keySecretsOf, storedSecrets } from './network/objects.ts';
import { buttons, open, status } from './settings-page.ts';

const SERVICES = '*/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices';

/** What the card says of the deployments that use the key. */
const meta = preview.meta({
  title: 'Settings card/Who uses the key',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
});

export const UsersNotKnown = meta.story({
  beforeEach: network({ objects: having(...storedSecrets), faults: [breaks(SERVICES)] }),
  play: async () => {
    await see(/^Not known\. The cluster did not answer when asked for the deployments/);
    await expect(await buttons('Replace')).toContain('Try again');
  },
});

export const LookedForUsersAgain = meta.story({
  beforeEach: UsersNotKnown.input.beforeEach,
  play: async ({ msw, userEvent }) => {
    const tryAgain = await screen.findByRole('button', { name: 'Try again' });
    network({ objects: having(...storedSecrets, ...deployedWith('chat', 'Chat')) })({ msw });
    await userEvent.click(tryAgain);
    await expect(await status('Chat')).toMatchObject({ 'Used by': 'Chat' });
    await expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await expect(document.activeElement).toHaveTextContent('Chat');
  },
});

/** All with one runtime: only their list is as long. */
const tenThousand = (): HttpHandler => {
  const [runtime, service] = deployedWith('chat', 'Chat');
  const items = Array.from({ length: 10_000 }, (_, index) => {
    const name = `chat-${String(index + 1).padStart(5, '0')}`;
    return { ...service, metadata: { name, namespace: runtime.metadata.namespace } };
  });
  return answers(SERVICES, 200, { kind: 'InferenceServiceList', metadata: {}, items });
};

/** Five are named: nobody reads more in a sentence. */
export const UsedByTenThousand = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets, ...deployedWith('chat', 'Chat')),
    faults: [tenThousand()],
  }),
  play: async () => {
    await see('chat-00001, chat-00002, chat-00003, chat-00004, chat-00005, and 9,995 more');
  },
});

/** As long as the cluster takes it, and without a place where a line could be broken. */
const PROJECT = 'unbrokenname'.repeat(5);

const inProject = (object: KubernetesObject): KubernetesObject => ({
  ...object,
  metadata: { ...object.metadata, namespace: PROJECT },
});

/** A project, a person and deployments with names that are long, unbroken, or from right to left. */
export const LongAndRightToLeftNames = meta.story({
  args: { namespace: PROJECT },
  beforeEach: network({
    user: 'admin',
    objects: having(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: PROJECT } },
      ...[
        ...keySecretsOf(testKeys.valid.key, { by: `${'مدير المشروع '.repeat(8)}@example.com` }),
        ...deployedWith('long', 'Anunbrokenword'.repeat(12)),
        ...deployedWith('rtl', 'نموذج اللغة الكبير'),
      ].map(inProject),
    ),
  }),
  play: async ({ userEvent }) => {
    await see(/نموذج اللغة الكبير/);
    const dialog = await open(userEvent, 'Remove');
    await screen.findByRole('textbox', { name: `Type ${PROJECT} to confirm` });
    await expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
