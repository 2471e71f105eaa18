import { expect, screen, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { MODEL_FIELD } from '../src/dashboard/field-ids.ts';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { modelInput } from './model-input.ts';

const at = 'nvcr.io';
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

const running = (name: string, tag: string, prefix = at) => ({
  isEditing: true,
  [MODEL_FIELD]: {
    kind: 'chosen',
    model: { namespace: 'nim/meta', name, displayName: name },
    tag,
    deployed: { image: `${prefix}/nim/meta/${name}:${tag}`, prefix, tag },
  },
});

const runningDigest = {
  isEditing: true,
  [MODEL_FIELD]: {
    kind: 'as-deployed',
    model: {
      namespace: 'nim/meta',
      name: 'llama-3.1-8b-instruct',
      displayName: 'llama-3.1-8b-instruct',
    },
    deployed: { image: `${at}/nim/meta/llama-3.1-8b-instruct@${digest}`, prefix: at },
  },
};

const version = (): HTMLElement => screen.getByLabelText(/^Version/);

/** The groups of the list of versions, each with what it offers. */
const offered = (): [string, string[]][] =>
  within(version())
    .getAllByRole('group')
    .map((group) => [
      group.getAttribute('label') ?? '',
      within(group)
        .getAllByRole('option')
        .map(({ textContent }) => textContent ?? ''),
    ]);

const meta = preview.meta({
  title: 'Fields/Model/Editing',
  component: StoryHost,
  subcomponents: { ModelField },
  args: { fields: [modelField], project: 'nim-demo', hasReview: true },
});

export const ListedModel = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '1.8.5') },
  play: async () => {
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(await modelInput()).toBeDisabled();
    await expect(version()).toHaveDisplayValue('1.8.5 (deployed now)');
    await expect(version()).toBeEnabled();
    await see(/^The model of a deployment cannot be changed/);
    await expect(review()).toHaveTextContent(/Version\s*1\.8\.5(?!,)/);
    await expect(nextButton()).toBeEnabled();
  },
});

/** The newer ones come first, whatever kind they are. */
export const NewerVersionsFirst = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '1.8.5') },
  play: async () => {
    await modelInput();
    const [newer, deployed, others, moving] = offered();
    await expect(newer?.[0]).toBe('Newer versions');
    await expect(newer?.[1][0]).toBe('1.15.5 (recommended)');
    await expect(deployed).toEqual(['As deployed', ['1.8.5 (deployed now)']]);
    await expect(others?.[0]).toBe('Other versions');
    await expect(others?.[1]).not.toContain('latest (moves)');
    await expect(moving?.[0]).toBe('Tags that move');
    await expect(moving?.[1]).toContain('latest (moves)');
  },
});

export const AnotherVersion = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '1.8.5') },
  play: async ({ userEvent }) => {
    await modelInput();
    await userEvent.selectOptions(version(), '1.15.5');
    await see(/^The deployment restarts with this version/);
    await expect(review()).toHaveTextContent('1.15.5, instead of 1.8.5');
    await expect(review()).toHaveTextContent('nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5');
    await expect(nextButton()).toBeEnabled();
  },
});

export const BackToItsVersion = meta.story({
  args: AnotherVersion.input.args,
  play: async ({ userEvent }) => {
    await modelInput();
    await userEvent.selectOptions(version(), '1.15.5');
    await see(/^The deployment restarts with this version/);
    await userEvent.selectOptions(version(), '1.8.5');
    await expect(screen.queryByText(/^The deployment restarts/)).toBeNull();
    await expect(nextButton()).toBeEnabled();
  },
});

/** Another version comes from the same mirror. */
export const FromAMirror = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '1.8.5', 'mirror.example:5000/ai') },
  play: async ({ userEvent }) => {
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await see('Image: mirror.example:5000/ai/nim/meta/llama-3.1-8b-instruct:1.8.5');
    await userEvent.selectOptions(version(), '1.15.5');
    await see('Image: mirror.example:5000/ai/nim/meta/llama-3.1-8b-instruct:1.15.5');
  },
});

export const ByDigest = meta.story({
  args: { initialData: runningDigest },
  play: async ({ userEvent }) => {
    await expect(await modelInput()).toHaveValue('Llama-3.1-8B-Instruct');
    await expect(version()).toHaveDisplayValue('The image that is deployed');
    await expect(review()).toHaveTextContent(digest);
    await expect(nextButton()).toBeEnabled();
    await userEvent.selectOptions(version(), '1.15.5');
    await expect(review()).toHaveTextContent('1.15.5, instead of the image that is deployed');
    await userEvent.selectOptions(version(), 'The image that is deployed');
    await expect(review()).toHaveTextContent(digest);
  },
});

/** How a deployment is called is in its serving runtime, which is not made again. */
export const CalledByGrpc = meta.story({
  args: {
    initialData: {
      isEditing: true,
      [MODEL_FIELD]: {
        ...running('llama-3.1-8b-instruct', '1.8.5')[MODEL_FIELD],
        protocol: 'grpc',
      },
    },
  },
  play: async ({ userEvent }) => {
    await modelInput();
    await expect(screen.getByLabelText(/^Protocol/)).toHaveDisplayValue('gRPC');
    await expect(screen.getByLabelText(/^Protocol/)).toBeDisabled();
    await userEvent.selectOptions(version(), '1.15.5');
    await expect(screen.getByLabelText(/^Protocol/)).toHaveDisplayValue('gRPC');
  },
});

/** What is no image that the wizard can read stays what it is. */
export const UnreadableImage = meta.story({
  args: {
    initialData: {
      isEditing: true,
      [MODEL_FIELD]: { kind: 'as-deployed', deployed: { image: 'my-own-build', prefix: '' } },
    },
  },
  play: async () => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'my-own-build');
    await expect(version()).toHaveDisplayValue('The image that is deployed');
    await expect(within(version()).getAllByRole('option')).toHaveLength(1);
    await expect(nextButton()).toBeEnabled();
  },
});

/** The catalog has forgotten the model; the deployment has not. */
export const UnlistedModel = meta.story({
  args: { initialData: running('withdrawn-model', '0.9') },
  play: async () => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'withdrawn-model');
    await expect(version()).toHaveDisplayValue('0.9 (moves, deployed now)');
    await expect(review()).toHaveTextContent('nvcr.io/nim/meta/withdrawn-model:0.9');
    await expect(nextButton()).toBeEnabled();
  },
});

export const UnlistedVersion = meta.story({
  args: { initialData: running('llama-3.1-8b-instruct', '0.0.7') },
  play: async () => {
    await modelInput();
    await expect(version()).toHaveDisplayValue('0.0.7 (deployed now)');
    await expect(nextButton()).toBeEnabled();
  },
});
