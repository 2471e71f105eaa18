import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { STORAGE_FIELD } from '../src/dashboard/field-ids.ts';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { breaks, neverAnswers } from './network/faults.ts';
import { network } from './network/network.ts';
import { having, lacking, volume } from './network/objects.ts';

const VOLUMES = '*/api/k8s/api/v1/namespaces/nim-demo/persistentvolumeclaims';

/** What the cluster makes of the field: slow, broken, without what is needed, or with a deployment. */
const meta = preview.meta({
  title: 'Fields/Model cache/By cluster',
  component: StoryHost,
  subcomponents: { StorageField },
  args: { fields: [storageField], project: 'nim-demo', hasReview: true },
});

const radio = (name: string): Promise<HTMLElement> => screen.findByRole('radio', { name });

export const Loading = meta.story({
  beforeEach: network({ faults: [neverAnswers(VOLUMES)] }),
  play: async () => {
    await expect(await screen.findByText("Loading the project's volumes")).toBeInTheDocument();
  },
});

export const CouldNotBeLoaded = meta.story({
  beforeEach: network({ faults: [breaks(VOLUMES)] }),
  play: async () => {
    await see("The project's volumes could not be loaded");
    await see(/^The cluster did not answer/);
    await expect(nextButton()).toBeDisabled();
  },
});

/** In a project that has a volume. */
export const TriedAgain = meta.story({
  beforeEach: network({ faults: [breaks(VOLUMES)] }),
  play: async ({ msw, userEvent }) => {
    const tryAgain = await screen.findByRole('button', { name: 'Try again' });
    network({ objects: having(volume('data', '1Ti')) })({ msw });
    await userEvent.click(tryAgain);
    await expect(await radio('Create a new volume')).toBeChecked();
    await expect(await radio('Use an existing volume')).toBeEnabled();
    await expect(nextButton()).toBeEnabled();
  },
});

/** ada may not even look at fraud-detection. */
export const NotPermitted = meta.story({
  args: { project: 'fraud-detection' },
  play: async () => {
    await see(/do not have permission to read the volumes of this project/);
  },
});

export const NoStorageClass = meta.story({
  beforeEach: network({ objects: lacking('StorageClass') }),
  play: async () => {
    await see('This cluster has no storage class. Ask an administrator to add one.');
    const select = screen.getByLabelText(/^Storage class/);
    await expect(select).toBeDisabled();
    await expect(select).toBeInvalid();
    await expect(select).toHaveDisplayValue('No storage class');
    await expect(select).toHaveAccessibleDescription(/^This cluster has no storage class/);
    await expect(nextButton()).toBeDisabled();
  },
});

/** Then a volume that is there is the way on. */
export const NoStorageClassButVolumes = meta.story({
  beforeEach: network({
    objects: (seed) => having(volume('data', '1Ti'))(lacking('StorageClass')(seed)),
  }),
  play: async () => {
    await see(
      'This cluster has no storage class. Ask an administrator to add one, or use an existing volume.',
    );
    await expect(await radio('Use an existing volume')).toBeEnabled();
    await expect(nextButton()).toBeDisabled();
  },
});

export const NoDefaultClass = meta.story({
  beforeEach: network({ objects: lacking('StorageClass', 'standard-csi') }),
  play: async () => {
    await expect(await screen.findByLabelText(/^Storage class/)).toHaveDisplayValue('fast-nvme');
    await expect(nextButton()).toBeEnabled();
  },
});

/** Somebody removed the volume since: no deployment could start with it, and another has to be chosen. */
export const VolumeGone = meta.story({
  args: {
    initialData: { [STORAGE_FIELD]: { kind: 'existing', name: 'removed', subPath: '' } },
  },
  beforeEach: network({ objects: having(volume('data', '1Ti')) }),
  play: async () => {
    await see('This volume is no longer in the project. Choose another one.');
    await expect(review()).toHaveTextContent('removed (existing volume)');
    await expect(await screen.findByLabelText(/^Volume/)).toBeInvalid();
    await expect(nextButton()).toBeDisabled();
  },
});

export const AnotherThanGone = meta.story({
  ...VolumeGone.input,
  play: async ({ userEvent }) => {
    await see('This volume is no longer in the project. Choose another one.');
    await expect(nextButton()).toBeDisabled();
    const data = await screen.findByRole('option', { name: /^data/ });
    await userEvent.selectOptions(await screen.findByLabelText(/^Volume/), data);
    await expect(screen.queryByText(/no longer in the project/)).toBeNull();
    await expect(nextButton()).toBeEnabled();
  },
});

/** A deployment that is there keeps what it names; the rest of it can be changed. */
export const EditingVolumeGone = meta.story({
  args: {
    initialData: {
      isEditing: true,
      [STORAGE_FIELD]: { kind: 'existing', name: 'removed', subPath: '' },
    },
  },
  beforeEach: network({ objects: having(volume('data', '1Ti')) }),
  play: async () => {
    await see('This volume is no longer in the project.');
    await expect(nextButton()).toBeEnabled();
  },
});
