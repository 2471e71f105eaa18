import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { ModelPicker } from '../src/wizard/model/picker/model-picker.tsx';
import { manyModels } from '../test/factories/many-models.factory.ts';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { filterBy, firstOf, modelInput, modelNames, modelRows } from './model-input.ts';
import { breaks } from './network/faults.ts';
import { network } from './network/network.ts';
import { catalogOf, lacking } from './network/objects.ts';

const meta = preview.meta({
  title: 'Fields/Model/Filters and order',
  component: StoryHost,
  subcomponents: { ModelPicker },
  args: { fields: [modelField], project: 'nim-demo' },
});

export const Filtered = meta.story({
  play: async ({ userEvent }) => {
    await modelInput();
    await filterBy(userEvent, 'Publisher', /^meta /);
    await filterBy(userEvent, 'Kind', /^Vision/);
    await see('2 of 186 models');
    await expect(modelNames().toSorted()).toEqual([
      'Llama-3.2-11B-Vision-Instruct',
      'Llama-3.2-90B-Vision-Instruct',
    ]);
  },
});

const leaveNothing = async (person: Parameters<typeof filterBy>[0]): Promise<void> => {
  await modelInput();
  await filterBy(person, 'Publisher', /^meta /);
  await filterBy(person, 'Kind', /^Vision/);
  await person.click(screen.getByRole('checkbox', { name: 'Available in the EU' }));
  await see('No model matches');
};

export const NothingLeft = meta.story({
  play: ({ userEvent }) => leaveNothing(userEvent),
});

/** What clears something goes with it; the focus goes to the search, not to the top of the page. */
export const ClearedWithTheSearch = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.selectOptions(await screen.findByLabelText('Order'), 'By name');
    await leaveNothing(userEvent);
    await userEvent.type(await modelInput(), 'gpt-99');
    await userEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await see('186 models');
    await expect(await modelInput()).toHaveValue('');
    await expect(await modelInput()).toHaveFocus();
    await expect(screen.getByLabelText('Order')).toHaveDisplayValue('By name');
    await filterBy(userEvent, 'Publisher', /^meta /);
    await userEvent.click(screen.getByRole('button', { name: 'Close meta' }));
    await see('186 models');
    await expect(await modelInput()).toHaveFocus();
  },
});

export const Cleared = meta.story({
  play: async ({ userEvent }) => {
    await leaveNothing(userEvent);
    await userEvent.click(firstOf(screen.getAllByRole('button', { name: 'Clear all filters' })));
    await see('186 models');
    await expect(await modelInput()).toHaveFocus();
  },
});

/** What a filter would show follows the search and the other filters. */
export const Counted = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'vision');
    await see(/^[\d,]+ of 186 models$/);
    await filterBy(userEvent, 'Publisher', /^meta /);
    await see('2 of 186 models');
    await userEvent.click(screen.getByRole('button', { name: 'Kind' }));
    await see('Vision and images (2)');
    await see('Speech (0)');
  },
});

export const FilteredBySize = meta.story({
  play: async ({ userEvent }) => {
    await modelInput();
    await filterBy(userEvent, 'Parameters', /^70 billion and more/);
    await userEvent.type(await modelInput(), 'deepseek');
    await waitFor(() => expect(modelNames()).toEqual(['DeepSeek-R1-Distill-Llama-70B']));
  },
});

export const NewestFirst = meta.story({
  play: async ({ userEvent }) => {
    await modelInput();
    await expect(screen.getByLabelText('Order')).toHaveDisplayValue('Best match, then name');
    await userEvent.selectOptions(screen.getByLabelText('Order'), 'Newest first');
    await waitFor(() => expect(modelRows()[0]).toHaveTextContent('2026'));
  },
});

/** It is there only when the catalog knows what a model needs; the cluster's profiles give up to 8 GPUs. */
export const FitsTheClustersGpus = meta.story({
  beforeEach: network({ objects: catalogOf(manyModels(32)) }),
  play: async ({ userEvent }) => {
    await modelInput();
    const fits = await screen.findByRole('checkbox', { name: 'Fits this cluster’s GPUs' });
    await waitFor(() => expect(fits).toBeEnabled());
    await userEvent.click(fits);
    await see('16 of 32 models');
    await expect(modelRows()[0]).toHaveTextContent('24 GB GPU');
  },
});

const ofTheProject = {
  apiVersion: 'infrastructure.opendatahub.io/v1',
  kind: 'HardwareProfile',
  metadata: { name: 'sliced', namespace: 'nim-demo' },
  spec: {
    identifiers: [
      { identifier: 'nvidia.com/mig-3g.20gb', displayName: 'Half', minCount: 1, defaultCount: 1 },
    ],
  },
} as KubernetesObject;

/** A project may have hardware profiles of its own, and they may give parts of GPUs. */
export const FitsTheProjectsGpus = meta.story({
  beforeEach: network({
    objects: (seed) => [
      ...lacking('HardwareProfile')(catalogOf(manyModels(32))(seed)),
      ofTheProject,
    ],
  }),
  play: async ({ userEvent }) => {
    await modelInput();
    const fits = await screen.findByRole('checkbox', { name: 'Fits this cluster’s GPUs' });
    await waitFor(() => expect(fits).toBeEnabled());
    await userEvent.click(fits);
    await see('2 of 32 models');
  },
});

/** Then nobody can tell what fits: the rest of the list is there as ever. */
export const ProfilesNotRead = meta.story({
  beforeEach: network({
    objects: catalogOf(manyModels(32)),
    faults: [breaks('*/hardwareprofiles')],
  }),
  play: async () => {
    const fits = await screen.findByRole('checkbox', { name: /: not known, since its hardware/ });
    await expect(fits).toBeDisabled();
    await expect(modelRows()).toHaveLength(20);
  },
});
