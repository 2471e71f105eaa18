import { expect, screen, waitFor, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import type {
  KubernetesObject,
  PersistentVolumeClaim,
  ServingRuntime,
} from '../src/cluster/kubernetes.ts';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { isMarked, nextButton, see } from './host/page-queries.ts';
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

/** The deployment "Llama 3.1", which caches on the volume. */
const caching = (): KubernetesObject[] => {
  const [runtime, service] = deployedWith('llama', 'Llama 3.1');
  const claim = { name: 'cache', persistentVolumeClaim: { claimName: 'models' } };
  return [{ ...runtime, spec: { ...runtime.spec, volumes: [claim] } } as ServingRuntime, service];
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
  beforeEach: network({ objects: having(models, ...caching()) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await userEvent.selectOptions(
      await volumes(),
      'models (100 GiB, NIM cache, used by Llama 3.1)',
    );
    await see(/The volume "models" is used by "Llama 3\.1"\. It can be used on one node at a time/);
    await expect(isMarked(await volumes(), 'warning')).toBe(true);
    await expect(nextButton()).toBeEnabled();
  },
});

export const OnlyToBeRead = meta.story({
  beforeEach: network({ objects: having(withModes('ReadOnlyMany')) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await userEvent.selectOptions(await volumes(), 'models (100 GiB, NIM cache, cannot be used)');
    await see(
      /The volume "models" cannot be used\. It is read-only, but the model must be written/,
    );
    await expect(await volumes()).toBeInvalid();
    await expect(nextButton()).toBeDisabled();
  },
});

export const Small = meta.story({
  beforeEach: network({ objects: having(volume('models', '8Gi')) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(/The volume may be too small\. It has 8 GiB/);
  },
});

/** One that another deployment uses is offered, and not proposed. */
export const UnusedFirst = meta.story({
  args: { hasReview: true },
  beforeEach: network({
    objects: having(...caching(), models, volume('data', '1Ti'), volume('spare', '50Gi', 'a')),
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see('spare (existing volume)');
    const options = within(await volumes()).getAllByRole('option');
    await expect(options.map(({ textContent }) => textContent)).toEqual([
      'spare (50 GiB, NIM cache, not used by any deployment)',
      'data (1 TiB, not used by any deployment)',
      'models (100 GiB, NIM cache, used by Llama 3.1)',
    ]);
    await expect(screen.getByLabelText('Sub-path')).toHaveValue('a');
    await expect(nextButton()).toBeEnabled();
  },
});

/** None is proposed where each is in use or unfit: a person has to choose, and the wizard waits. */
export const AllInUse = meta.story({
  beforeEach: network({ objects: having(models, ...caching()) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see('Every volume of this project is in use, or cannot be used.');
    await expect(await volumes()).toHaveDisplayValue('Choose a volume');
    await expect(nextButton()).toBeDisabled();
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
    await see(
      /^The volume "models" is not there yet\. Its storage class "gone" is no longer in the cluster/,
    );
    await expect(await volumes()).toHaveDisplayValue(/not there yet\)$/);
  },
});

/** Another pod may not have it as long as "Llama 3.1" has it; another volume may be chosen. */
export const ForOnePod = meta.story({
  beforeEach: network({
    objects: having(withModes('ReadWriteOncePod'), volume('data', '1Ti'), ...caching()),
  }),
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await expect(await volumes()).toHaveDisplayValue(/^data/);
    await expect(nextButton()).toBeEnabled();
    for (let times = 0; times < 2; times += 1) {
      await userEvent.selectOptions(await volumes(), 'data (1 TiB, not used by any deployment)');
      await expect(nextButton()).toBeEnabled();
      await userEvent.selectOptions(
        await volumes(),
        'models (100 GiB, NIM cache, used by Llama 3.1)',
      );
      await see(/Only one pod may use it at a time/);
      await expect(nextButton()).toBeDisabled();
    }
  },
});

const withUsers = {
  objects: having(withModes('ReadOnlyMany'), volume('data', '1Ti'), ...caching()),
};
const unknownUsers = network({
  ...withUsers,
  faults: [breaks('*/namespaces/nim-demo/servingruntimes')],
});

/** None is proposed where it cannot be told who uses them. */
export const UsersUnknown = meta.story({
  beforeEach: unknownUsers,
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await see(
      /^It is not known which volumes are in use, so none is proposed\. The cluster did not /,
    );
    await expect(await volumes()).toHaveDisplayValue('Choose a volume');
    await expect(nextButton()).toBeDisabled();
  },
});

export const UsersKnownAfterAll = meta.story({
  beforeEach: unknownUsers,
  play: async ({ msw, userEvent }) => {
    await userEvent.click(await chooseExisting());
    const again = await screen.findByRole('button', { name: 'Try again' });
    network(withUsers)({ msw });
    await userEvent.click(again);
    await expect(await volumes()).toHaveDisplayValue('data (1 TiB, not used by any deployment)');
  },
});

/** What a volume says itself is said all the same. */
export const ChosenWithUsersUnknown = meta.story({
  beforeEach: unknownUsers,
  play: async ({ userEvent }) => {
    await userEvent.click(await chooseExisting());
    await userEvent.selectOptions(await volumes(), 'data (1 TiB)');
    await expect(nextButton()).toBeEnabled();
    await userEvent.selectOptions(await volumes(), 'models (100 GiB, NIM cache, cannot be used)');
    await see(/It is read-only/);
    await expect(await volumes()).toHaveAccessibleDescription(
      /It is read-only.* It is not known which volumes are in use\. .* 100 GiB, NIM cache\.$/,
    );
    await expect(screen.queryByText(/is used by|none is proposed/)).not.toBeInTheDocument();
    await expect(nextButton()).toBeDisabled();
  },
});
