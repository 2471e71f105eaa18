import preview from '../.storybook/preview.tsx';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { LeftOvers } from '../src/wizard/leftOvers/left-overs.tsx';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';
import { StoryHost } from './host/story-host.tsx';
import * as stay from './left-overs-stay.stories.tsx';
import * as found from './left-overs.stories.tsx';

const meta = preview.meta({
  title: 'Fields/NVIDIA API key/Left-overs on a phone, in the dark',
  component: StoryHost,
  subcomponents: { LeftOvers },
  args: { fields: [apiKeyField], project: 'nim-demo' },
});

export const Found = meta.story(onAPhoneInTheDark(found.Found.input));

export const AskedFirst = meta.story(onAPhoneInTheDark(found.AskedFirst.input));

export const Many = meta.story(onAPhoneInTheDark(found.Many.input));

export const Removed = meta.story(onAPhoneInTheDark(found.Removed.input));

export const Forbidden = meta.story(onAPhoneInTheDark(stay.NotForThisPersonToRemove.input));

export const NotRemoved = meta.story(onAPhoneInTheDark(stay.NotRemoved.input));

export const Offline = meta.story(onAPhoneInTheDark(stay.NotLookedAtAgain.input));

export const ManyWithoutTokens = meta.story(onAPhoneInTheDark(stay.ManyWithoutTokens.input));
