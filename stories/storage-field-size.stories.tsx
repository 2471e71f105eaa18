import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { isMarked, nextButton, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { chooseModel } from './model-input.ts';
import { network } from './network/network.ts';
import { catalogWith, entry, having, volume } from './network/objects.ts';

/** A generated catalog knows how large an image is, and what GPUs a model needs. */
const meta = preview.meta({
  title: 'Fields/Model cache/Size',
  component: StoryHost,
  subcomponents: { StorageField },
  args: { fields: [modelField, storageField], project: 'nim-demo' },
});

const generated = catalogWith({
  large: entry('large-model', {
    latestImageSize: 6.2e9,
    profiles: [{ profileId: 'a', tensorParallelSize: 2, minVramPerDeviceGb: 80 }],
  }),
  tiny: entry('tiny-model', {
    latestImageSize: 1.5e9,
    profiles: [{ profileId: 'b', tensorParallelSize: 1, minVramPerDeviceGb: 16 }],
  }),
});

const size = (): Promise<HTMLElement> => screen.findByRole('spinbutton', { name: 'Size' });

/** The shipped catalog knows a model's parameters only, from its name. */
export const ByParameters = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'llama 3.1 70b instruct', /^Llama-3.1-70B-Instruct meta/i);
    await see(
      'For this model 140 GiB (150 GB) or more are recommended: its 70 billion parameters take 140 GB at the usual 16 bits each.',
    );
    await expect(await size()).toHaveValue(140);
  },
});

export const Recommended = meta.story({
  beforeEach: network({ objects: generated }),
  play: async ({ userEvent }) => {
    await expect(await size()).toHaveValue(100);
    await chooseModel(userEvent, 'large-model', /^large-model/);
    await see(
      'For this model 160 GiB (172 GB) or more are recommended: its files fit into the memory of its GPUs, 160 GB.',
    );
    await expect(await size()).toHaveValue(160);
  },
});

/** Whatever else was entered: a size that nobody entered is the one for the model. */
export const RecommendedBesideAName = meta.story({
  beforeEach: network({ objects: generated }),
  play: async ({ userEvent }) => {
    await size();
    await userEvent.type(screen.getByLabelText('Volume name'), 'models');
    await chooseModel(userEvent, 'large-model', /^large-model/);
    await waitFor(async () => expect(await size()).toHaveValue(160));
    await userEvent.click(screen.getByRole('button', { name: 'Clear model' }));
    await waitFor(async () => expect(await size()).toHaveValue(100));
    await chooseModel(userEvent, 'large-model', /^large-model/);
    await waitFor(async () => expect(await size()).toHaveValue(160));
    await expect(screen.getByLabelText('Volume name')).toHaveValue('models');
  },
});

export const NeverBelowTheLeast = meta.story({
  beforeEach: network({ objects: generated }),
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'tiny-model', /^tiny-model/);
    await see(/^For this model 30 GiB \(32 GB\) or more are recommended/);
    await expect(await size()).toHaveValue(30);
  },
});

/** What a person has entered stays, and is warned about. */
export const LessThanRecommended = meta.story({
  beforeEach: network({ objects: generated }),
  play: async ({ userEvent }) => {
    await size();
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await chooseModel(userEvent, 'large-model', /^large-model/);
    await see(/^This may be too small, and the deployment would then fail at its first start\./);
    await see(/^For this model 160 GiB/);
    await expect(await size()).toHaveValue(101);
    await expect(isMarked(await size(), 'warning')).toBe(true);
  },
});

/** Deleted digit by digit and typed anew, it is what was typed and nothing before it. */
export const TypedAnew = meta.story({
  play: async ({ userEvent }) => {
    const field = await size();
    await userEvent.type(field, '{Backspace}{Backspace}{Backspace}');
    await expect(field).toHaveValue(null);
    await userEvent.type(field, '050');
    await expect(field).toHaveValue(50);
  },
});

/** An empty field is no size, and stays empty: the wizard waits for one. */
export const LeftEmpty = meta.story({
  args: { fields: [storageField] },
  play: async ({ userEvent }) => {
    const field = await size();
    await userEvent.clear(field);
    await expect(field).toHaveValue(null);
    await expect(nextButton()).toBeDisabled();
    await userEvent.tab();
    await expect(field).toHaveValue(null);
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription(
      /^Enter a whole number, 1 or more\..* Room for the model's files/,
    );
    await expect(nextButton()).toBeDisabled();
    await userEvent.type(field, '60');
    await expect(field).toHaveValue(60);
    await expect(nextButton()).toBeEnabled();
    await userEvent.clear(field);
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await expect(field).toHaveValue(1);
    await userEvent.clear(field);
    await userEvent.tab();
    await expect(field).toHaveValue(null);
  },
});

/** What is no size stays as it was typed, and the wizard waits. */
export const NotWhole = meta.story({
  args: { fields: [storageField] },
  play: async ({ userEvent }) => {
    const field = await size();
    for (const typed of ['0', '-5', '12.5']) {
      await userEvent.click(screen.getByRole('button', { name: 'More' }));
      await expect(nextButton()).toBeEnabled();
      await userEvent.clear(field);
      await userEvent.type(field, typed);
      await userEvent.tab();
      await expect(field).toHaveValue(Number(typed));
      await expect(field).toBeInvalid();
      await expect(field).toHaveAccessibleDescription(/^Enter a whole number, 1 or more\./);
      await expect(nextButton()).toBeDisabled();
    }
  },
});

export const ToTheNextWhole = meta.story({
  args: { fields: [storageField] },
  play: async ({ userEvent }) => {
    const field = await size();
    for (const [button, whole] of [
      ['More', 41],
      ['Less', 40],
    ] as const) {
      await userEvent.clear(field);
      await userEvent.type(field, '40.5');
      await expect(nextButton()).toBeDisabled();
      await userEvent.click(screen.getByRole('button', { name: button }));
      await expect(field).toHaveValue(whole);
      await expect(nextButton()).toBeEnabled();
    }
  },
});

/** Somebody may have storage of their own that is larger than any cloud's, so it is only said. */
export const Huge = meta.story({
  args: { fields: [storageField] },
  play: async ({ userEvent }) => {
    const field = await size();
    await userEvent.selectOptions(screen.getByLabelText('Unit of the size'), 'TiB');
    await userEvent.clear(field);
    await userEvent.type(field, '64');
    await expect(screen.queryByText(/The largest volumes of common clouds/)).toBeNull();
    await userEvent.type(field, '0');
    await expect(field).toHaveAccessibleDescription(
      /^The largest volumes of common clouds have 64 TiB; many clusters cannot create a larger one\./,
    );
    await expect(isMarked(field, 'warning')).toBe(true);
    await expect(nextButton()).toBeEnabled();
  },
});

/** The volume that is reused is smaller than the image of the chosen model. */
export const ReusedVolume = meta.story({
  beforeEach: network({ objects: (seed) => having(volume('small', '40Gi'))(huge(seed)) }),
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'huge-image', /^huge-image/);
    await userEvent.click(await screen.findByRole('radio', { name: 'Use an existing volume' }));
    await see(/^The volume is smaller than the model's image\. It has 40 GiB; the image alone/);
  },
});

const huge = catalogWith({ huge: entry('huge-image', { latestImageSize: 60e9 }) });
