import { Profiler } from 'react';
import { expect, screen, waitFor, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelPicker } from '../src/wizard/model/picker/model-picker.tsx';
import { catalogInShards, manyModels } from '../test/factories/many-models.factory.ts';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { filterBy, firstOf, modelInput, modelNames, modelRows } from './model-input.ts';
import { network } from './network/network.ts';
import { catalogOf, entry, lacking } from './network/objects.ts';

let commits = 0;

const meta = preview.meta({
  title: 'Fields/Model/List of models',
  component: StoryHost,
  subcomponents: { ModelPicker },
  args: { fields: [modelField], project: 'nim-demo' },
  render: (args) => (
    <Profiler id="page" onRender={() => (commits += 1)}>
      <StoryHost {...args} />
    </Profiler>
  ),
});

/** As a browser does it: Testing Library's events wait for everything that React puts off. */
const setValueUnwaited = async (input: HTMLElement, value: string): Promise<void> => {
  Reflect.set(HTMLInputElement.prototype, 'value', value, input);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
};

/** The list is a moment behind what is typed. */
const listIsMade = (): Promise<void> =>
  waitFor(() => {
    const list = screen.getByRole('listbox', { name: 'Models' });
    return expect(list.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  });

/**
 * At most 60 rows are on the page, however many models there are; a keystroke renders it three times at most:
 * the field, the list, and what PatternFly's own rows do once they are there, which takes no time.
 */
export const TenThousandModels = meta.story({
  beforeEach: network({
    objects: (seed) => [
      ...lacking('ConfigMap', 'nim-models-data')(seed),
      ...catalogInShards(manyModels(10_000)),
    ],
  }),
  play: async ({ userEvent }) => {
    await screen.findByText('10,000 models', {}, { timeout: 20_000 });
    const input = await modelInput();
    await expect(modelRows()).toHaveLength(20);
    await userEvent.type(input, 'nemotr');
    await see(/^[\d,]+ of 10,000 models$/);
    await listIsMade();
    const before = commits;
    await userEvent.keyboard('o');
    await listIsMade();
    await expect(commits - before).toBeLessThanOrEqual(3);
    await expect(modelRows()).toHaveLength(20);
    await userEvent.keyboard('m 77');
    await see(/^\d\d of 10,000 models$/);
    await expect(modelRows().length).toBeLessThanOrEqual(60);
    await expect(modelNames()[0]).toMatch(/^Nemotron/);
  },
});

/** The list is a moment behind what is typed; Enter chooses from what is typed. */
export const EnterBeforeTheList = meta.story({
  play: async () => {
    const input = await modelInput();
    await setValueUnwaited(input, 'mistral 7b');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await waitFor(() => expect(input).toHaveValue('Mistral-7B-Instruct-v0.3'));
  },
});

export const ArrowBeforeTheList = meta.story({
  play: async () => {
    const input = await modelInput();
    // What can be found is known.
    await setValueUnwaited(input, 'nemotron');
    await see(/^\d+ of 186 models$/);
    await setValueUnwaited(input, 'mistral 7b');
    for (const key of ['ArrowDown', 'Enter']) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    await waitFor(() => expect(input).toHaveValue('Mistral-7B-Instruct-v0.3'));
  },
});

export const NextPage = meta.story({
  play: async ({ userEvent }) => {
    await modelInput();
    const first = modelNames();
    await userEvent.click(screen.getByRole('button', { name: 'Go to next page' }));
    await waitFor(() => expect(modelNames()).not.toEqual(first));
    await expect(modelRows()).toHaveLength(20);
    await see('21 to 40 of 186');
  },
});

export const WhatIsFoundIsMarked = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'lama 8b');
    await see(/^[\d,]+ of 186 models$/);
    const marked = [...(modelRows()[0]?.querySelectorAll('mark') ?? [])];
    await expect(new Set(marked.map(({ textContent }) => textContent?.toLowerCase()))).toEqual(
      new Set(['llama', '8b']),
    );
  },
});

export const ByKeyboard = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(await modelInput());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    const [first] = modelRows();
    await expect(await modelInput()).toHaveAttribute('aria-activedescendant', first?.id);
    // A background alone looks like that of the mouse, and is gone in a person's own colors.
    await expect(first?.closest('li')).toHaveStyle({ outlineStyle: 'solid' });
    await userEvent.keyboard('{Enter}');
    await expect(await modelInput()).toHaveValue(
      first?.querySelector('.pf-v6-c-menu__item-text')?.textContent ?? '',
    );
    await userEvent.keyboard('{ArrowDown}');
    await expect(modelRows().length).toBeGreaterThan(1);
    await userEvent.keyboard('{Escape}');
    await expect(modelRows()).toEqual([]);
  },
});

export const ByMouse = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'mistral 7b');
    await see(/^[\d,]+ of 186 models$/);
    await userEvent.click(firstOf(modelRows()));
    await expect(await modelInput()).toHaveValue('Mistral-7B-Instruct-v0.3');
    await expect(await modelInput()).toHaveFocus();
  },
});

export const WhatIsKnown = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'llama-3.1-8b-instruct{Enter}');
    const facts = screen.getByLabelText('About the model');
    await expect(facts).toHaveTextContent('Chosen modelLlama-3.1-8B-Instruct');
    await expect(facts).toHaveTextContent('Parameters8 billion');
    await expect(facts).toHaveTextContent('GPUsNot known');
    await expect(facts).toHaveTextContent(/Last changed[A-Z][a-z]{2} \d+, 20\d\d/);
    await expect(facts).toHaveTextContent('AvailabilityAvailable in the EU, as far as known');
    await userEvent.click(within(facts).getByRole('button', { name: 'All 26 versions' }));
    await waitFor(() => expect(within(facts).getByText('latest (moves)')).toBeVisible());
    await expect(within(facts).getByRole('link')).toHaveAttribute(
      'href',
      'https://catalog.ngc.nvidia.com/orgs/nim/teams/meta/containers/llama-3.1-8b-instruct',
    );
  },
});

/** More than ten can be filtered as one types. */
export const ManyVersions = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'llama-3.1-8b-instruct{Enter}');
    await userEvent.type(screen.getByPlaceholderText('Filter 26 versions'), 'rtx');
    const offered = within(screen.getByLabelText(/^Version/)).getAllByRole('option');
    await expect(offered.map(({ textContent }) => textContent)).toEqual([
      '1.15.5 (recommended)',
      '1.8.0-RTX (for RTX workstations)',
    ]);
    await see('1 of 26 versions');
    await expect(screen.getByText('1 of 26 versions').closest('[role=status]')).toBeVisible();
    await userEvent.type(screen.getByPlaceholderText('Filter 26 versions'), 'x');
    await see('0 of 26 versions');
  },
});

export const OneModel = meta.story({
  beforeEach: network({ objects: catalogOf({ only: entry('only') }) }),
  play: async () => {
    await modelInput();
    await see('1 model');
    await expect(screen.queryByRole('checkbox', { name: /GPUs/ })).toBeNull();
  },
});

export const RightToLeft = meta.story({
  beforeEach: network({
    objects: catalogOf({
      rtl: entry('rtl', { displayName: 'نموذج اللغة', shortDescription: 'نموذج للغة العربية' }),
    }),
  }),
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'نموذج');
    await expect(modelNames()).toEqual(['نموذج اللغة']);
  },
});

export const OnAPhone = meta.story({
  globals: { viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await modelInput();
    await expect(screen.queryByRole('button', { name: 'Kind' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Filters and order' }));
    await filterBy(userEvent, 'Kind', /^Speech/);
    await waitFor(() => expect(modelRows()).toHaveLength(15));
    await userEvent.click(screen.getByRole('button', { name: 'Filters and order (1)' }));
    const cut = modelRows()
      .flatMap((row) => row.querySelector('.pf-v6-c-menu__item-text') ?? [])
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    await expect(cut).toEqual([]);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});

export const PagesOnAPhone = meta.story({
  globals: { viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    await modelInput();
    await userEvent.click(screen.getByRole('button', { name: 'Go to next page' }));
    await see('21 to 40 of 186');
    await userEvent.click(screen.getByRole('button', { name: 'Filters and order' }));
    await expect(screen.getByRole('button', { name: 'Kind' })).toBeVisible();
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark', viewport: { value: 'narrow' } },
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'nemotron{ArrowDown}');
    await see(/^[\d,]+ of 186 models$/);
  },
});
