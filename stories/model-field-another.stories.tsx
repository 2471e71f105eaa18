import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { chooseModel, modelInput, modelRows } from './model-input.ts';

/** What becomes of a choice when a person goes on to another, or only begins to. */
const meta = preview.meta({
  title: 'Fields/Model/Another model',
  component: StoryHost,
  subcomponents: { ModelField },
  args: { fields: [modelField], project: 'nim-demo' },
});

const LLAMA = ['llama-3.1-8b-instruct', /^Llama-3.1-8B-Instruct meta/] as const;

/** The field keeps the focus, so only this tells somebody who does not see it. */
export const IsAnnounced = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, ...LLAMA);
    const said = await screen.findByText('Llama-3.1-8B-Instruct is chosen');
    await expect(said).toHaveAttribute('role', 'status');
    const input = await modelInput();
    await expect(input).toHaveAttribute('aria-autocomplete', 'list');
    await expect(input).toBeRequired();
    await expect(input).toHaveAccessibleDescription(/Meta|llama/i);
  },
});

/** The name gives way to what is typed next, and the choice stays until there is another. */
export const TypedOver = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, ...LLAMA);
    await userEvent.keyboard('w');
    await expect(await modelInput()).toHaveValue('w');
    await userEvent.keyboard('hisper');
    await see(/^\d of 186 models$/);
    await expect(screen.getByLabelText(/^Version/)).toHaveDisplayValue('1.15.5 (recommended)');
  },
});

/** Who clears the search still has the model; only beside its name is the model cleared. */
export const OnlyTheSearchIsCleared = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, ...LLAMA);
    await userEvent.keyboard('whisper');
    await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    await expect(await modelInput()).toHaveValue('');
    await expect(await modelInput()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(screen.getByRole('button', { name: 'Clear model' })).toBeEnabled();
  },
});

/** What was typed to find a version of one model says nothing of another, which may have no such field. */
export const ItsVersionsAreAll = meta.story({
  play: async ({ userEvent }) => {
    await chooseModel(userEvent, ...LLAMA);
    await userEvent.type(screen.getByLabelText('Filter the versions'), 'rtx');
    await see(/^\d of \d\d versions$/);
    await userEvent.clear(await modelInput());
    await chooseModel(userEvent, 'whisper', /^whisper large/i);
    await expect(screen.queryByLabelText('Filter the versions')).toBeNull();
    await expect(screen.queryByText(/of 8 versions/)).toBeNull();
    await expect(screen.getByLabelText(/^Version/)).toHaveLength(8);
  },
});

/** Nothing was searched for, and no row was walked to. */
export const EnterAlone = meta.story({
  play: async ({ userEvent }) => {
    await see('186 models');
    await userEvent.type(await modelInput(), '{Enter}');
    await expect(await modelInput()).toHaveValue('');
    await expect(modelRows()).toHaveLength(20);
  },
});

/** Enter takes the word that an input method proposes, not a model. */
export const EnterWhileAWordIsComposed = meta.story({
  play: async ({ userEvent }) => {
    const input = await modelInput();
    await userEvent.type(input, 'mistral');
    await see(/^\d+ of 186 models$/);
    const key = { key: 'Enter', bubbles: true };
    input.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }));
    await expect(input).toHaveValue('mistral');
    input.dispatchEvent(new KeyboardEvent('keydown', key));
    await expect(await screen.findByText(/^Mistral.* is chosen$/)).toBeInTheDocument();
  },
});
