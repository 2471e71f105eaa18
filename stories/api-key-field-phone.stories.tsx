import { fn } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { ApiKeyField } from '../src/wizard/key/api-key-field.tsx';
import * as answers from './api-key-field-answers.stories.tsx';
import * as projects from './api-key-field-projects.stories.tsx';
import * as stored from './api-key-field-stored.stories.tsx';
import * as entered from './api-key-field.stories.tsx';
import { onAPhoneInTheDark } from './host/on-a-phone-in-the-dark.ts';
import { StoryHost } from './host/story-host.tsx';

const meta = preview.meta({
  title: 'Fields/NVIDIA API key/On a phone, in the dark',
  component: StoryHost,
  subcomponents: { ApiKeyField },
  args: { fields: [apiKeyField], project: 'nim-demo', hasReview: true, onState: fn() },
});

export const Loading = meta.story(onAPhoneInTheDark(projects.LookingForAKey.input));

export const Empty = meta.story(onAPhoneInTheDark(entered.Empty.input));

export const Verified = meta.story(onAPhoneInTheDark(entered.Verified.input));

export const Rejected = meta.story(onAPhoneInTheDark(answers.Rejected.input));

export const Forbidden = meta.story(onAPhoneInTheDark(projects.MayNotAddOne.input));

export const Offline = meta.story(onAPhoneInTheDark(answers.NoConnection.input));

export const Stored = meta.story(onAPhoneInTheDark(stored.Stored.input));

export const Broken = meta.story(onAPhoneInTheDark(projects.Incomplete.input));

export const Disconnected = meta.story(onAPhoneInTheDark(projects.NotNeeded.input));

export const Editing = meta.story(onAPhoneInTheDark(projects.Editing.input));
