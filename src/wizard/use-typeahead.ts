import { type KeyboardEvent, useState } from 'react';

export interface TypeaheadOption {
  value: string;
  label: string;
  description?: string;
}

/** An open list with what was typed so far and the option the arrow keys stand on, or a closed one. */
type ListState = { isOpen: false } | { isOpen: true; search: string; active?: number };

export interface Typeahead {
  isOpen: boolean;
  /** What was typed; undefined while the list is closed. */
  search: string | undefined;
  matches: readonly TypeaheadOption[];
  active: number | undefined;
  open: () => void;
  close: () => void;
  type: (search: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The behaviour of a typeahead select: what is open, found and stood on, and what each key does. */
export const useTypeahead = (
  options: readonly TypeaheadOption[],
  onChoose: (value: string) => void,
): Typeahead => {
  const [list, setList] = useState<ListState>({ isOpen: false });
  const search = list.isOpen ? list.search : undefined;
  const matches = search === undefined ? options : matching(options, search);
  const active = list.isOpen ? list.active : undefined;
  const close = (): void => setList({ isOpen: false });

  const move = (by: 1 | -1): void =>
    setList({ isOpen: true, search: search ?? '', active: nextIn(matches.length, active, by) });
  const choose = (): void => {
    const match = list.isOpen ? matches[active ?? 0] : undefined;
    if (match) {
      onChoose(match.value);
      close();
    }
  };

  return {
    isOpen: list.isOpen,
    search,
    matches,
    active,
    open: () => setList({ isOpen: true, search: search ?? '' }),
    close,
    type: (text) => setList({ isOpen: true, search: text }),
    onKeyDown: actOnKey(
      {
        ArrowDown: () => move(1),
        ArrowUp: () => move(-1),
        Enter: choose,
      },
      close,
    ),
  };
};

/** A key that does something here does nothing else; Escape and Tab close the list and go on. */
const actOnKey =
  (actions: Readonly<Record<string, () => void>>, close: () => void) =>
  (event: KeyboardEvent): void => {
    const act = actions[event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
    }
  };

/** The list is a ring; from nowhere it begins at the end that is walked away from. */
const nextIn = (count: number, active: number | undefined, by: 1 | -1): number => {
  if (active === undefined) {
    return by === 1 ? 0 : Math.max(0, count - 1);
  }
  return count === 0 ? 0 : (active + by + count) % count;
};

const matching = (
  options: readonly TypeaheadOption[],
  search: string,
): readonly TypeaheadOption[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label, description = '', value }) => {
    const text = `${label} ${description} ${value}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
