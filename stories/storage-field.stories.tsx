import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { STORAGE_FIELD } from '../src/dashboard/field-ids.ts';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import { queryClient } from '../src/wizard/query-client.ts';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { volumesQuery } from '../src/wizard/storage/volumes-query.ts';
import { isMarked, nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { connectionIsBack, network } from './network/network.ts';
import { having, volume } from './network/objects.ts';

const meta = preview.meta({
  title: 'Fields/Model cache',
  component: StoryHost,
  subcomponents: { StorageField },
  args: { fields: [storageField], project: 'nim-demo', hasReview: true },
});

/** With its form, which is loaded beside the volumes. */
const newVolume = async (): Promise<HTMLElement> => {
  const radio = await screen.findByRole<HTMLInputElement>('radio', { name: 'Create a new volume' });
  if (radio.checked) {
    await screen.findByLabelText('Volume name');
  }
  return radio;
};

const existingVolume = (): Promise<HTMLElement> =>
  screen.findByRole('radio', { name: 'Use an existing volume' });

/** In a project that has no volume yet. */
export const Proposed = meta.story({
  play: async () => {
    await expect(await newVolume()).toBeChecked();
    await expect(await existingVolume()).toBeDisabled();
    await see('This project has no volume yet.');
    await expect(screen.getByRole('spinbutton', { name: 'Size' })).toHaveValue(100);
    await expect(screen.getByLabelText(/^Storage class/)).toHaveDisplayValue(
      'standard-csi (default)',
    );
    await expect(review()).toHaveTextContent('nim-my-model (new volume)');
    await expect(nextButton()).toBeEnabled();
  },
});

export const Filled = meta.story({
  play: async ({ userEvent }) => {
    await newVolume();
    await userEvent.type(screen.getByLabelText('Volume name'), 'llama-cache');
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.selectOptions(screen.getByLabelText('Unit of the size'), 'TiB');
    await userEvent.selectOptions(screen.getByLabelText(/^Storage class/), 'fast-nvme');
    await userEvent.type(screen.getByLabelText('Sub-path'), 'meta/llama');
    await expect(review()).toHaveTextContent('llama-cache (new volume)');
    await expect(review()).toHaveTextContent('101 TiB');
    await expect(review()).toHaveTextContent('fast-nvme');
    await expect(review()).toHaveTextContent('meta/llama');
    await expect(nextButton()).toBeEnabled();
  },
});

export const Small = meta.story({
  play: async ({ userEvent }) => {
    await newVolume();
    const size = screen.getByRole('spinbutton', { name: 'Size' });
    await userEvent.tripleClick(size);
    await userEvent.keyboard('20');
    await expect(size).toHaveValue(20);
    await expect(size).toHaveAccessibleDescription(
      /^This may be too small, and the deployment .* Room for the model's files/,
    );
    await expect(isMarked(size, 'warning')).toBe(true);
    await expect(nextButton()).toBeEnabled();
  },
});

export const NameRefused = meta.story({
  play: async ({ userEvent }) => {
    await newVolume();
    const name = screen.getByLabelText('Volume name');
    await userEvent.type(name, 'My volume');
    await expect(name).toBeInvalid();
    await expect(name).toHaveAccessibleDescription(/Use lower-case letters/);
    await expect(nextButton()).toBeDisabled();
  },
});

export const NameTaken = meta.story({
  beforeEach: network({ objects: having(volume('shared', '200Gi')) }),
  play: async ({ userEvent }) => {
    await newVolume();
    const name = screen.getByLabelText('Volume name');
    await userEvent.type(name, 'shared');
    await expect(name).toHaveAccessibleDescription(/This project has a volume of that name/);
    await expect(nextButton()).toBeDisabled();
  },
});

/** What another project has is nothing to a name in this one. */
export const NameTakenElsewhere = meta.story({
  args: { canChangeProject: true },
  beforeEach: network({ user: 'admin', objects: having(volume('shared', '200Gi')) }),
  play: async ({ userEvent }) => {
    await newVolume();
    await userEvent.type(screen.getByLabelText('Volume name'), 'shared');
    await expect(nextButton()).toBeDisabled();
    await userEvent.selectOptions(screen.getByLabelText('Project'), 'fraud-detection');
    await newVolume();
    await expect(nextButton()).toBeEnabled();
    await userEvent.type(screen.getByLabelText('Volume name'), 'shared');
    await expect(review()).toHaveTextContent('shared (new volume)');
    await expect(nextButton()).toBeEnabled();
  },
});

/** A name that was taken is free once the volume is gone, as one that a submission has left. */
export const NameFreeAgain = meta.story({
  beforeEach: network({ objects: having(volume('shared', '200Gi')) }),
  play: async ({ msw, userEvent }) => {
    await newVolume();
    await userEvent.type(screen.getByLabelText('Volume name'), 'shared');
    await expect(nextButton()).toBeDisabled();
    connectionIsBack({ msw });
    await queryClient.invalidateQueries({ queryKey: volumesQuery('nim-demo').queryKey });
    await see('Leave it empty to name the volume after the deployment.');
    await waitFor(() => expect(nextButton()).toBeEnabled());
  },
});

export const SubPathRefused = meta.story({
  play: async ({ userEvent }) => {
    await newVolume();
    const subPath = screen.getByLabelText('Sub-path');
    await userEvent.type(subPath, '../other');
    await expect(subPath).toBeInvalid();
    await expect(subPath).toHaveAccessibleDescription(/Enter a path inside the volume/);
    await expect(nextButton()).toBeDisabled();
  },
});

/** Volumes that hold a NIM's cache come first, with the folder that it used. */
export const ExistingVolumes = meta.story({
  beforeEach: network({
    objects: having(volume('data', '1Ti'), volume('nim-llama', '120Gi', 'meta/llama')),
  }),
  play: async ({ userEvent }) => {
    // By keyboard, as by the mouse.
    (await newVolume()).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(await existingVolume()).toBeChecked();
    await see('nim-llama (existing volume)');
    const select = await screen.findByLabelText(/^Volume/);
    const cache = 'nim-llama (120 GiB, NIM cache, not used by any deployment)';
    await expect(select).toHaveDisplayValue(cache);
    await userEvent.selectOptions(select, 'data (1 TiB, not used by any deployment)');
    await expect(screen.getByLabelText('Sub-path')).toHaveValue('');
    await expect(review()).toHaveTextContent('data (existing volume)');
    await userEvent.selectOptions(select, cache);
    await expect(screen.getByLabelText('Sub-path')).toHaveValue('meta/llama');
    await expect(nextButton()).toBeEnabled();
  },
});

/** A volume of one project is none of another's. */
export const ProjectChanged = meta.story({
  args: { canChangeProject: true },
  beforeEach: network({ user: 'admin', objects: having(volume('data', '1Ti')) }),
  play: async ({ userEvent }) => {
    await userEvent.click(await existingVolume());
    await userEvent.selectOptions(screen.getByLabelText('Project'), 'fraud-detection');
    await see('This project has no volume yet.');
    await expect(await newVolume()).toBeChecked();
  },
});

export const Disabled = meta.story({
  args: { isDisabled: true },
  play: async () => {
    await expect(await newVolume()).toBeDisabled();
    await expect(screen.getByLabelText('Volume name')).toBeDisabled();
    await expect(screen.getByLabelText(/^Storage class/)).toBeDisabled();
  },
});

const edited = (storage: object) => ({
  initialData: { isEditing: true, [STORAGE_FIELD]: storage },
});

const STAYS =
  'The model cache of a deployment cannot be changed. For another one, deploy the model as a new deployment.';

/** The volume of a deployment is shown, and stays. */
export const Editing = meta.story({
  args: edited({ kind: 'existing', name: 'nim-llama', subPath: 'meta/llama' }),
  beforeEach: network({ objects: having(volume('nim-llama', '120Gi', 'meta/llama')) }),
  play: async () => {
    await expect(await existingVolume()).toBeChecked();
    await expect(await existingVolume()).toBeDisabled();
    await expect(await newVolume()).toBeDisabled();
    await expect(await screen.findByLabelText(/^Volume/)).toBeDisabled();
    await expect(await screen.findByLabelText(/^Volume/)).toHaveDisplayValue(/^nim-llama/);
    await see(STAYS);
    await expect(review()).toHaveTextContent('nim-llama (existing volume)');
    await expect(nextButton()).toBeEnabled();
  },
});

/** A deployment of other hands may keep its model on no volume at all. */
export const EditingWithoutVolume = meta.story({
  args: edited({ kind: 'elsewhere', source: 'emptyDir' }),
  play: async () => {
    const field = await screen.findByRole('group', { name: 'Model cache' });
    await expect(field).toHaveTextContent('None: the model is downloaded at each start.');
    await see(STAYS);
    await expect(review()).toHaveTextContent('None: the model is downloaded at each start.');
    await expect(screen.queryByRole('radio')).toBeNull();
    await expect(nextButton()).toBeEnabled();
  },
});

export const EditingElsewhere = meta.story({
  args: edited({ kind: 'elsewhere', source: 'nfs' }),
  play: async () => {
    const field = await screen.findByRole('group', { name: 'Model cache' });
    await expect(field).toHaveTextContent('Kept elsewhere (nfs), not on a volume of this project.');
    await expect(nextButton()).toBeEnabled();
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await newVolume();
    await userEvent.type(screen.getByLabelText('Sub-path'), '/root');
    await expect(screen.getByLabelText('Sub-path')).toBeInvalid();
  },
});

export const OnAPhone = meta.story({
  globals: { viewport: { value: 'phone' } },
  play: async () => {
    await newVolume();
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
