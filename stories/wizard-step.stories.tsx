import { expect, fn, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import { ApiKeyField } from '../src/wizard/key/api-key-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { enterKey } from './enter-key.ts';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { chooseModel, modelInput } from './model-input.ts';
import { breaks, isSlow } from './network/faults.ts';
import { network } from './network/network.ts';

/** The fields of the wizard's page "Model details" together, over the embedded cluster. */
const meta = preview.meta({
  title: 'Wizard/Model details',
  component: StoryHost,
  subcomponents: { ApiKeyField, ModelField, StorageField },
  args: {
    fields: [apiKeyField, modelField, storageField],
    project: 'nim-demo',
    hasReview: true,
    onState: fn(),
  },
});

/** The placeholders have about the size of what takes their place. */
export const Untouched = meta.story({
  beforeEach: network({ faults: [isSlow('*/configmaps/nim-models-data', 1000)] }),
  play: async () => {
    await expectNothingJumps();
    await expect(nextButton()).toBeDisabled();
  },
});

export const UntouchedOnAPhone = meta.story({
  globals: { viewport: { value: 'phone' } },
  beforeEach: network({ faults: [isSlow('*/configmaps/nim-models-data', 1000)] }),
  play: () => expectNothingJumps(),
});

const expectNothingJumps = async (): Promise<void> => {
  await screen.findByText('Loading the models');
  const before = tops();
  await expect(screen.getByText('Loading the models')).toBeInTheDocument();
  await modelInput();
  await screen.findByRole('radio', { name: 'Create a new volume' });
  const after = tops();
  for (const [index, top] of after.entries()) {
    await expect(Math.abs(top - (before[index] ?? NaN))).toBeLessThan(LINE_PX);
  }
};

const LINE_PX = 24;

/** Of what stands below the key, below the list of models, and below the model cache. */
const tops = (): number[] => [
  topOf('Model'),
  topOf('Model cache'),
  review().getBoundingClientRect().top,
];

/** The review below the fields has the same words. */
const topOf = (label: string): number =>
  screen.getAllByText(label)[0]?.getBoundingClientRect().top ?? NaN;

export const Filled = meta.story({
  play: async ({ args, userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await see(/NVIDIA knows the key ending in a1b2/);
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    await screen.findByRole('radio', { name: 'Create a new volume' });
    await expect(nextButton()).toBeEnabled();
    await expect(review()).toHaveTextContent('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5');
    await expect(JSON.stringify(args.onState?.mock.calls)).not.toContain(testKeys.valid.key);
  },
});

/** One error for what all three wait for, not three: the others go on without the catalog. */
export const CatalogUnreachable = meta.story({
  beforeEach: network({ faults: [breaks('*/configmaps/nim-models-data')] }),
  play: async () => {
    await see('The models could not be loaded');
    await screen.findByRole('radio', { name: 'Create a new volume' });
    await expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await see(/NVIDIA knows the key ending in a1b2/);
  },
});
