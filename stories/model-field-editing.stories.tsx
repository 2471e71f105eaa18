import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { MODEL_FIELD } from '../src/dashboard/field-ids.ts';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { nextButton, review } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { modelInput } from './model-input.ts';

const running = (name: string, tag: string) => ({
  isEditing: true,
  [MODEL_FIELD]: {
    kind: 'chosen',
    model: { namespace: 'nim/meta', name, displayName: name },
    tag,
  },
});

/** A deployment that is edited shows what it runs; another model would be another deployment. */
const meta = preview.meta({
  title: 'Fields/Model/Editing',
  component: StoryHost,
  args: { fields: [modelField], project: 'nim-demo', hasReview: true },
});

export const ListedModel = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '1.8.5') },
  play: async () => {
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(await modelInput()).toBeDisabled();
    await expect(screen.getByLabelText(/^Version/)).toHaveDisplayValue('1.8.5');
    await expect(screen.getByLabelText(/^Version/)).toBeDisabled();
    await expect(nextButton()).toBeEnabled();
  },
});

/** The catalog has forgotten the model; the deployment has not. */
export const UnlistedModel = meta.story({
  args: { initialData: running('withdrawn-model', '0.9') },
  play: async () => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'withdrawn-model');
    await expect(screen.getByLabelText(/^Version/)).toHaveDisplayValue('0.9 (moves)');
    await expect(review()).toHaveTextContent('nvcr.io/nim/meta/withdrawn-model:0.9');
    await expect(nextButton()).toBeEnabled();
  },
});

export const UnlistedVersion = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '0.0.7') },
  play: async () => {
    await modelInput();
    await expect(screen.getByLabelText(/^Version/)).toHaveDisplayValue('0.0.7');
    await expect(nextButton()).toBeEnabled();
  },
});
