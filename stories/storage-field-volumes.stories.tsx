import { expect, screen, waitFor, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import type { PersistentVolumeClaim, ServingRuntime } from '../src/cluster/kubernetes.ts';
import { StorageField } from '../src/wizard/storage-field.tsx';
import { nextButton, see } from './host/page-queries.ts';
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

/** Once it is known who uses which. */
const volumes = async (): Promise<HTMLElement> => {
  await screen.findByLabelText(/^Volume/);
  await waitFor(() => expect(screen.queryByText('Looking who uses them')).toBeNull());
  return screen.getByLabelText(/^Volume/);
};

const withModes = (...accessModes: string[]): PersistentVolumeClaim => ({
  ...models,
  spec: { ...models.spec, accessModes },
});

export const Fit = meta.story({
  beforeEach: network({ objects: having(models) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await expect(await volumes()).toBeVisible();
    await expect(screen.queryByText(/The volume "models"/)).not.toBeInTheDocument();
  },
});

export const UsedByAnother = meta.story({
  beforeEach: network({ objects: having(models, cachingRuntime()) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await userEvent.selectOptions(await volumes(), 'models (100Gi, NIM cache, used by llama)');
    await see(/The volume "models" is used by "llama"\. It can be used on one node at a time/);
  },
});

export const OnlyToBeRead = meta.story({
  beforeEach: network({ objects: having(withModes('ReadOnlyMany')) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await userEvent.selectOptions(
      await volumes(),
      'models (100Gi, NIM cache, cannot be used, not used by any deployment)',
    );
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

/** One that another deployment uses is offered, and not proposed. */
export const UnusedFirst = meta.story({
  args: { hasReview: true },
  beforeEach: network({
    objects: having(cachingRuntime(), models, volume('data', '1Ti'), volume('spare', '50Gi', 'a')),
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see('spare (existing volume)');
    const options = within(await volumes()).getAllByRole('option');
    await expect(options.map(({ textContent }) => textContent)).toEqual([
      'spare (50Gi, NIM cache, not used by any deployment)',
      'data (1Ti, not used by any deployment)',
      'models (100Gi, NIM cache, used by llama)',
    ]);
    await expect(screen.getByLabelText('Sub-path')).toHaveValue('a');
    await expect(nextButton()).toBeEnabled();
  },
});

/** None is proposed where each is in use or unfit: a person has to choose, and the wizard waits. */
export const AllInUse = meta.story({
  beforeEach: network({ objects: having(models, cachingRuntime()) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see('Every volume of this project is in use, or cannot be used.');
    await expect(await volumes()).toHaveDisplayValue('Choose a volume');
    await expect(nextButton()).toBeDisabled();
    await userEvent.selectOptions(await volumes(), 'models (100Gi, NIM cache, used by llama)');
    await expect(nextButton()).toBeEnabled();
  },
});

const waiting: PersistentVolumeClaim = {
  ...models,
  spec: { ...models.spec, storageClassName: 'gone' },
  status: { phase: 'Pending' },
};

/** Nobody will make it. */
export const NotThereYet = meta.story({
  beforeEach: network({ objects: having(waiting) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(/^The volume "models" is not there yet\. Its storage class "gone" is gone/);
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
    await userEvent.selectOptions(await volumes(), 'models (100Gi, NIM cache, cannot be used)');
    await see(/It can only be read/);
    await expect(screen.queryByText(/is used by/)).not.toBeInTheDocument();
  },
});
