import { FormGroup } from '@patternfly/react-core';
import { useState } from 'react';
import { expect, fn, screen, waitFor } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { TypeaheadSelect, type TypeaheadSelectProps } from '../../src/wizard/typeahead-select.tsx';
import { inForm } from './in-form.tsx';

const planets = ['Mercury', 'Venus', 'Earth', 'Mars', 'Jupiter', 'Saturn', 'Uranus', 'Neptune'];
const options = planets.flatMap((planet) =>
  [1, 2, 3].map((number) => ({
    value: `${planet}-${number}`,
    label: `${planet} ${number}`,
    description: `station ${number} on ${planet}`,
  })),
);

/** Keeps what was chosen, as a form does. */
const Kept = (props: TypeaheadSelectProps) => {
  const [value, setValue] = useState(props.value);
  return (
    <FormGroup label={props.label} fieldId={props.id}>
      <TypeaheadSelect
        {...props}
        value={value}
        onChange={(next) => {
          props.onChange(next);
          setValue(next);
        }}
      />
    </FormGroup>
  );
};

const meta = preview.meta({
  title: 'Components/Typeahead select',
  component: TypeaheadSelect,
  decorators: [inForm],
  render: (args) => <Kept {...args} />,
  args: {
    id: 'station',
    label: 'Station',
    placeholder: 'Search 24 stations',
    options,
    value: undefined,
    isDisabled: false,
    onChange: fn(),
  },
});

const input = (): HTMLElement => screen.getByRole('combobox', { name: 'Station' });
const optionNames = (): (string | null)[] =>
  screen.queryAllByRole('option').map(({ textContent }) => textContent);

export const Closed = meta.story({
  play: async () => {
    await expect(input()).toHaveAttribute('aria-expanded', 'false');
    await expect(optionNames()).toEqual([]);
  },
});

export const Open = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(input());
    await expect(input()).toHaveAttribute('aria-expanded', 'true');
    await waitFor(() => expect(optionNames()).toHaveLength(24));
  },
});

export const Narrowed = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.type(input(), 'station 2 nus');
    await waitFor(() =>
      expect(optionNames()).toEqual(['Venus 2station 2 on Venus', 'Uranus 2station 2 on Uranus']),
    );
  },
});

export const NothingMatches = meta.story({
  play: async ({ args, userEvent }) => {
    await userEvent.type(input(), 'pluto{Enter}');
    await waitFor(() => expect(optionNames()).toEqual(['Nothing matches "pluto"']));
    await userEvent.click(screen.getByRole('option'));
    await expect(args.onChange).not.toHaveBeenCalled();
  },
});

export const Chosen = meta.story({
  args: { value: 'Mars-2' },
  play: async ({ args, userEvent }) => {
    await expect(input()).toHaveValue('Mars 2');
    await userEvent.click(screen.getByRole('button', { name: 'Clear station' }));
    await expect(args.onChange).toHaveBeenCalledWith(undefined);
    await expect(input()).toHaveValue('');
  },
});

export const ByKeyboard = meta.story({
  play: async ({ args, userEvent }) => {
    await userEvent.tab();
    await expect(input()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const active = screen.getByRole('option', { name: /^Mercury 2/ });
    await expect(input()).toHaveAttribute('aria-activedescendant', active.id);
    await userEvent.keyboard('{Enter}');
    await expect(args.onChange).toHaveBeenCalledWith('Mercury-2');
    await expect(input()).toHaveAttribute('aria-expanded', 'false');
  },
});

/** The option that the arrow keys stand on is in sight, although the focus stays in the text. */
export const FarDown = meta.story({
  play: async ({ userEvent }) => {
    await userEvent.click(input());
    await userEvent.keyboard('{ArrowDown>18/}');
    const list = screen.getByRole('listbox').closest('.pf-v6-c-menu__content');
    const active = document.getElementById(input().getAttribute('aria-activedescendant') ?? '');
    const [around, within] = [list, active].map((element) => element?.getBoundingClientRect());
    await expect(within?.bottom).toBeLessThanOrEqual((around?.bottom ?? 0) + 1);
    await expect(within?.top).toBeGreaterThanOrEqual((around?.top ?? 0) - 1);
  },
});

export const ClosedByEscape = meta.story({
  args: { value: 'Mars-2' },
  play: async ({ args, userEvent }) => {
    await userEvent.type(input(), 'x');
    await userEvent.keyboard('{Escape}');
    await expect(input()).toHaveValue('Mars 2');
    await expect(input()).toHaveAttribute('aria-expanded', 'false');
    await expect(args.onChange).not.toHaveBeenCalled();
  },
});

export const Disabled = meta.story({
  args: { value: 'Mars-2', isDisabled: true },
  play: async () => {
    await expect(input()).toBeDisabled();
    await expect(screen.queryByRole('button', { name: 'Clear station' })).toBeNull();
  },
});

export const RightToLeftNames = meta.story({
  args: { options: [{ value: 'a', label: 'نموذج اللغة', description: 'ناشر' }], value: 'a' },
  play: async () => {
    await expect(input()).toHaveValue('نموذج اللغة');
  },
});

export const InDarkTheme = meta.story({
  globals: { theme: 'dark' },
  play: async ({ userEvent }) => {
    await userEvent.click(input());
    await userEvent.keyboard('{ArrowDown}');
    const first = screen.getByRole('option', { name: /^Mercury 1/ });
    await waitFor(() => expect(first).toBeVisible());
  },
});
