import { expect, fn, screen } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { VersionSelect } from '../../src/wizard/model/version-select.tsx';
import { clipboardThat } from '../host/clipboard.ts';
import { see } from '../host/page-queries.ts';
import { inForm } from './in-form.tsx';

const meta = preview.meta({
  title: 'Components/Version select',
  component: VersionSelect,
  decorators: [inForm],
  args: {
    tags: ['latest', '1.9.0', '1', '1.10.0', '1.10.0-RTX', '1.10'],
    recommended: '1.10.0',
    image: 'nvcr.io/nim/story/model:1.10.0',
    value: '1.10.0',
    isDisabled: false,
    onChange: fn(),
  },
});

const select = (): HTMLElement => screen.getByLabelText(/^Version/);

/** Newest first by meaning, then variants of builds, then what moves. */
export const Recommended = meta.story({
  play: async ({ args, userEvent }) => {
    const names = screen.getAllByRole('option').map(({ textContent }) => textContent);
    await expect(names).toEqual([
      '1.10.0 (recommended)',
      '1.9.0',
      '1.10.0-RTX (for RTX workstations)',
      '1.10 (moves)',
      '1 (moves)',
      'latest (moves)',
    ]);
    await see('Image: nvcr.io/nim/story/model:1.10.0');
    await see(/^The tags under "Tags that move" are pointed to newer builds later/);
    await userEvent.selectOptions(select(), '1.9.0');
    await expect(args.onChange).toHaveBeenCalledWith('1.9.0');
  },
});

export const Moving = meta.story({
  args: { value: 'latest', image: 'nvcr.io/nim/story/model:latest' },
  play: async () => {
    await see(/^This tag moves: .* Choose a full version/);
  },
});

/** Nobody is told to choose what there is not. */
export const OnlyMoving = meta.story({
  args: {
    tags: ['1', 'latest', '1.7'],
    recommended: '1.7',
    value: '1.7',
    image: 'nvcr.io/nim/story/model:1.7',
  },
  play: async () => {
    await see(/^This tag moves: .* The catalog has no full version of this model\.$/);
    await expect(select()).toHaveDisplayValue('1.7 (proposed, moves)');
  },
});

/** What runs is marked also where the list is closed. */
export const Deployed = meta.story({
  args: { deployed: { tag: '1.9.0' }, value: '1.9.0', image: 'nvcr.io/nim/story/model:1.9.0' },
  play: async () => {
    await expect(select()).toHaveDisplayValue('1.9.0 (deployed now)');
    await expect(screen.getAllByRole('option')[0]).toHaveTextContent('1.10.0 (recommended)');
  },
});

export const OneVersion = meta.story({
  args: {
    tags: ['1.0.0'],
    recommended: '1.0.0',
    value: '1.0.0',
    image: 'nvcr.io/nim/story/model:1.0.0',
  },
  play: async () => {
    await expect(screen.getAllByRole('option')).toHaveLength(1);
    await expect(screen.queryByText(/^The tags under/)).toBeNull();
  },
});

/** A deployment may run a tag that the catalog has forgotten. */
export const Unlisted = meta.story({
  args: { value: '0.9.1', image: 'nvcr.io/nim/story/model:0.9.1' },
  play: async () => {
    await expect(select()).toHaveDisplayValue('0.9.1');
  },
});

export const Disabled = meta.story({
  args: { isDisabled: true },
  play: async () => {
    await expect(select()).toBeDisabled();
  },
});

/** To the letter, without the word before it. */
export const ImageCopied = meta.story({
  beforeEach: clipboardThat(async () => undefined),
  play: async ({ userEvent }) => {
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await see('Copied');
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith(
      'nvcr.io/nim/story/model:1.10.0',
    );
  },
});

const many = Array.from({ length: 24 }, (_, minor) => `1.${minor}.0`);

export const Many = meta.story({
  args: {
    tags: many,
    recommended: '1.23.0',
    value: '1.23.0',
    image: 'nvcr.io/nim/story/model:1.23.0',
  },
  play: async ({ userEvent }) => {
    await userEvent.type(screen.getByPlaceholderText('Filter 24 versions'), '1.2');
    await expect(
      (await screen.findByText('5 of 24 versions')).closest('[role=status]'),
    ).toBeVisible();
    await expect(screen.getAllByRole('option')).toHaveLength(5);
  },
});

const LONG = `1.24.0-${'build'.repeat(24)}`;

/** A tag has 128 characters at most. */
export const ManyAndLongOnAPhone = meta.story({
  args: {
    tags: [LONG, ...many, 'latest'],
    recommended: '1.23.0',
    value: LONG,
    image: `nvcr.io/nim/story/model:${LONG}`,
  },
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async () => {
    await expect(screen.getByPlaceholderText('Filter 26 versions')).toBeVisible();
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
