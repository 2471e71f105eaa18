import { expect, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelList } from '../src/wizard/model/picker/model-list.tsx';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { firstOf, modelInput, modelRows } from './model-input.ts';
import { network } from './network/network.ts';
import { catalogOf, entry } from './network/objects.ts';

const meta = preview.meta({
  title: 'Fields/Model/Rows of the list',
  component: StoryHost,
  subcomponents: { ModelList },
  args: { fields: [modelField], project: 'nim-demo' },
});

/** What is marked in the first row. */
const marked = (): (string | null)[] =>
  [...firstOf(modelRows()).querySelectorAll('mark')].map(({ textContent }) => textContent);

const profiles = [{ profileId: 'one', tensorParallelSize: 1, minVramPerDeviceGb: 24 }];

/** Name, publisher, what it is for, parameters, GPUs and date. */
export const WhatARowSays = meta.story({
  beforeEach: network({
    objects: catalogOf({
      sized: entry('sized-8b-instruct', { updatedDate: '2026-02-03T00:00:00Z', profiles }),
      unsized: entry('unsized'),
    }),
  }),
  play: async () => {
    await modelInput();
    const [sized, unsized] = modelRows();
    await expect(sized).toHaveTextContent(
      /^sized-8b-instructstory · sized-8b-instructChat · 8 billion parameters · 1 × 24 GB GPU · Feb 3, 2026$/,
    );
    await expect(unsized).toHaveTextContent(/^unsizedstory · unsizedOther · GPUs not known/);
  },
});

export const FoundByKind = meta.story({
  beforeEach: network({ objects: catalogOf({ rerank: entry('our-rerank-1') }) }),
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'reranking');
    await waitFor(() => expect(marked()).toEqual(['Reranking']));
  },
});

/** Otherwise nobody would know why it is listed. */
export const FoundByVersion = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'llama');
    await see(/^\d+ of 186 models$/);
    await expect(firstOf(modelRows())).not.toHaveTextContent(/Version/);
    await userEvent.keyboard(' 1.8.0 rtx');
    await waitFor(() => expect(marked()).toEqual(expect.arrayContaining(['1.8.0', 'RTX'])));
    await expect(firstOf(modelRows())).toHaveTextContent(/Version 1\.8\.0-RTX ·/);
  },
});
