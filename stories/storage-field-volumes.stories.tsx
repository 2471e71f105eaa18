import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import type { PersistentVolumeClaim, ServingRuntime } from '../src/cluster/kubernetes.ts';
import { StorageField } from '../src/wizard/storage-field.tsx';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { breaks } from './network/faults.ts';
import { network } from './network/network.ts';
import { deployedWith, having, volume } from './network/objects.ts';

/** What is said of an existing volume when it is chosen, before the review says it. */
const meta = preview.meta({
  title: 'Fields/Model cache/Existing volumes',
  component: StoryHost,
  subcomponents: { StorageField },
  args: { fields: [storageField], project: 'nim-demo' },
});

const chooseExisting = (): Promise<HTMLElement> =>
  screen.findByRole('radio', { name: 'Use an existing volume' });

const models = volume('models', '100Gi', '');

/** The runtime of "llama", which caches on the volume. */
const cachingRuntime = (): ServingRuntime => {
  const [runtime] = deployedWith('llama', 'Llama');
  const claim = { name: 'cache', persistentVolumeClaim: { claimName: 'models' } };
  return { ...runtime, spec: { ...runtime.spec, volumes: [claim] } };
};

const withModes = (...accessModes: string[]): PersistentVolumeClaim => ({
  ...models,
  spec: { ...models.spec, accessModes },
});

export const Fit = meta.story({
  beforeEach: network({ objects: having(models) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await expect(screen.queryByText(/The volume "models"/)).not.toBeInTheDocument();
  },
});

export const UsedByAnother = meta.story({
  beforeEach: network({ objects: having(models, cachingRuntime()) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(/The volume "models" is used by "llama"\. It can be used on one node at a time/);
  },
});

export const OnlyToBeRead = meta.story({
  beforeEach: network({ objects: having(withModes('ReadOnlyMany')) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(/The volume "models" cannot be used\. It can only be read/);
  },
});

export const Small = meta.story({
  beforeEach: network({ objects: having(volume('models', '8Gi')) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(/The volume may be too small\. It has 8Gi/);
  },
});

/** Who uses the volume cannot be told; what the volume itself says is. */
export const UsersUnknown = meta.story({
  beforeEach: network({
    objects: having(withModes('ReadOnlyMany'), cachingRuntime()),
    faults: [breaks('*/namespaces/nim-demo/servingruntimes')],
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(/It can only be read/);
    await expect(screen.queryByText(/is used by/)).not.toBeInTheDocument();
  },
});
