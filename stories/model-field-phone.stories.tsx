import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import * as loading from './model-field-loading.stories.tsx';
import * as chosen from './model-field.stories.tsx';
import { network } from './network/network.ts';
import { catalogOf } from './network/objects.ts';
import { RightToLeft as RightToLeftInList } from './model-picker.stories.tsx';

const meta = preview.meta({
  title: 'Fields/Model/On a phone, in the dark',
  component: StoryHost,
  subcomponents: { ModelField },
  args: { fields: [modelField], project: 'nim-demo', hasReview: true },
});

export const Loading = meta.story(onAPhoneInTheDark(loading.Loading.input));

export const Offline = meta.story(onAPhoneInTheDark(loading.ClusterUnreachable.input));

export const Forbidden = meta.story(onAPhoneInTheDark(loading.NotPermitted.input));

export const NotInstalled = meta.story(onAPhoneInTheDark(loading.NotInstalled.input));

export const BrokenEntries = meta.story(onAPhoneInTheDark(chosen.BrokenEntries.input));

export const Chosen = meta.story(onAPhoneInTheDark(chosen.Chosen.input));

export const RightToLeft = meta.story(onAPhoneInTheDark(RightToLeftInList.input));

/** A catalog without an entry is no catalog that could not be read. */
export const Empty = meta.story(
  onAPhoneInTheDark({
    beforeEach: network({ objects: catalogOf({}) }),
    play: async () => {
      await see(/^There is no model in the model catalog \(ConfigMap nim-models-data/);
      await expect(screen.getByRole('group', { name: 'Model' })).toBeVisible();
      await expect(screen.queryByText(/can be read|could (not )?be read/)).toBeNull();
      await expect(screen.queryByRole('combobox')).toBeNull();
    },
  }),
);
