import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import {
  chooseModel,
  expectAboveTheList,
  modelInput,
  modelNames,
  modelRows,
} from './model-input.ts';
import { network } from './network/network.ts';
import { catalogMap, catalogOf, catalogWith, entry } from './network/objects.ts';

const meta = preview.meta({
  title: 'Fields/Model',
  component: StoryHost,
  subcomponents: { ModelField },
  args: { fields: [modelField], project: 'nim-demo', hasReview: true },
});

export const NothingChosen = meta.story({
  play: async () => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'Search 186 models');
    await see('186 models');
    await expect(screen.getByText('186 models')).toHaveAttribute('role', 'status');
    await expectAboveTheList(screen.getByText(/^Search by .* version, or description\.$/));
    await expect(modelRows()).toHaveLength(20);
    await expect(nextButton()).toBeDisabled();
  },
});

export const Searched = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), '8b instruct meta');
    await see(/^\d of 186 models/);
    const names = modelRows().map(({ textContent }) => textContent);
    await expect(names).toHaveLength(names.filter((name) => /8b.*instruct/i.test(name)).length);
    await expect(names.join()).toContain('Llama-3.1-8B-Instructmeta · llama-3.1-8b-instruct');
  },
});

export const NothingMatches = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'gpt-99');
    await see('No model matches');
    await expect(modelRows()).toEqual([]);
  },
});

export const Chosen = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(screen.getByLabelText(/^Version/)).toHaveDisplayValue('1.15.5 (recommended)');
    await expect(review()).toHaveTextContent('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5');
    await expect(nextButton()).toBeEnabled();
  },
});

/** Speech models, for instance, are called by gRPC. */
export const CalledByGrpc = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    const protocol = screen.getByLabelText(/^Protocol/);
    await expect(protocol).toHaveDisplayValue('HTTP');
    await userEvent.selectOptions(protocol, 'gRPC');
    await see(/^Only for models that are called by gRPC/);
    await expect(review()).toHaveTextContent('NVIDIA NIM (gRPC)');
    await expect(nextButton()).toBeEnabled();
  },
});

export const ChosenByKeyboard = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(await modelInput());
    await userEvent.keyboard('llama-3.1-8b{ArrowDown}{ArrowDown}{Enter}');
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(modelRows()).toEqual([]);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await see('186 models');
    await expect(screen.queryByLabelText(/^Version/)).toBeNull();
  },
});

export const OtherVersion = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/);
    await userEvent.selectOptions(screen.getByLabelText(/^Version/), '1.8.0-RTX');
    await expect(review()).toHaveTextContent('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.0-RTX');
  },
});

export const MovingTag = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'page-elements-v3', /page-elements-v3/i);
    await see(/^This tag moves: .* The catalog has no full version of this model\.$/);
    await expect(nextButton()).toBeEnabled();
  },
});

export const RestrictedInTheEU = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, '4-scout', /scout/i);
    await see(/does not offer this model in the European Union/);
    await expect(screen.getByLabelText('About the model')).toHaveTextContent(
      'AvailabilityNot available in the EU',
    );
    await expect(nextButton()).toBeEnabled();
  },
});

export const Cleared = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, '4-scout', /scout/i);
    await userEvent.click(screen.getByRole('button', { name: 'Clear model' }));
    await expect(await modelInput()).toHaveFocus();
    await expect(await modelInput()).toHaveValue('');
    await expect(screen.queryByLabelText(/^Version/)).toBeNull();
    await expect(nextButton()).toBeDisabled();
  },
});

export const BrokenEntries = meta.story({
  beforeEach: network({
    objects: catalogWith({
      'cut-off': '{"name":"cut-o',
      'no-versions': entry('no-versions', { tags: [] }),
      'other-name': entry('Odd Name'),
    }),
  }),
  play: async ({ userEvent }) => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'Search 186 models');
    await see('3 models could not be read');
    await userEvent.click(screen.getByRole('button', { name: 'Show which' }));
    await see('no-versions: "tags" has no version');
    await see('other-name: "name" is "Odd Name", which is not a valid image name');
    await see('cut-off: is not valid JSON: see line 1, column 15');
  },
});

export const SameModelTwice = meta.story({
  beforeEach: network({
    objects: catalogOf({
      ours: entry('ours', { displayName: 'Ours' }),
      'ours-copy': entry('ours', { displayName: 'Ours, copied' }),
    }),
  }),
  play: async ({ userEvent }) => {
    await see('1 model is in the catalog more than once');
    await expect(screen.queryByText(/could not be read/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show which' }));
    await see('ours-copy: is the model nim/story/ours again, which is listed as "ours"');
    await userEvent.type(await modelInput(), 'ours');
    await waitFor(() => expect(modelNames()).toEqual(['Ours']));
  },
});

export const NoModelCanBeRead = meta.story({
  beforeEach: network({ objects: catalogOf({ 'cut-off': '{"name":"cut-o' }) }),
  play: async ({ userEvent }) => {
    await see('No model could be read');
    await see(
      'Ask an administrator to replace the model catalog (ConfigMap nim-models-data in opendatahub).',
    );
    await expect(screen.queryByText(/models? could not be read/)).toBeNull();
    await expect(screen.queryByRole('combobox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show which' }));
    await see(/^cut-off: is not valid JSON/);
  },
});

export const OlderCatalogFormat = meta.story({
  beforeEach: network({ objects: catalogOf({ older: entry('older') }) }),
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'older', /^older/);
    await see('Search for another model.');
    await expect(review()).toHaveTextContent('nvcr.io/nim/story/older:1.0.0');
  },
});

export const CustomCatalog = meta.story({
  beforeEach: network({
    user: 'admin',
    nimConfig: { customConfigMap: { name: 'our-models', namespace: 'opendatahub' } },
    objects: (seed) => [...seed, catalogMap('our-models', { ours: entry('ours') })],
  }),
  play: async () => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'Search 1 model');
  },
});

/** A description that says nothing but name and publisher is not said again in the list. */
export const OwnDescription = meta.story({
  beforeEach: network({
    objects: catalogOf({
      made: entry('made', { shortDescription: 'made by story, served as an NVIDIA NIM.' }),
      told: entry('told', { shortDescription: 'Tells stories, served as an NVIDIA NIM.' }),
    }),
  }),
  play: async ({ userEvent }) => {
    await modelInput();
    const [made, told] = modelRows();
    await expect(made).toHaveTextContent(/^madestory · madeOther/);
    await expect(told).toHaveTextContent('Tells stories, served as an NVIDIA NIM.');
    await chooseModel(userEvent, 'made', /^made/);
    await see('made by story, served as an NVIDIA NIM.');
    await userEvent.click(screen.getByRole('button', { name: 'Clear model' }));
  },
});

export const LongNames = meta.story({
  beforeEach: network({
    objects: catalogOf({
      'a-very-long-name': entry('a-very-long-name', {
        displayName: `A model ${'whose name goes on and on '.repeat(6)}to its end`,
        shortDescription: 'Anunbrokenword'.repeat(12),
        tags: [`1.0.0-${'build'.repeat(20)}`],
      }),
    }),
  }),
  globals: { viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, 'goes on', /goes on/);
    await waitFor(() => expect(modelRows()).toEqual([]));
    await userEvent.click(screen.getByRole('button', { name: '1 version' }));
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});

export const Disabled = meta.story({
  args: { isDisabled: true },
  play: async () => {
    await expect(await modelInput()).toBeDisabled();
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, '4-scout', /scout/i);
    await userEvent.click(await modelInput());
    await expect(modelRows()).toHaveLength(1);
  },
});
