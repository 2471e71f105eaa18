import { useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ModelEntry } from '../../../catalog/model-entry.ts';
import type { Catalog } from '../../../catalog/parse-catalog.ts';
import { isSearch } from '../../../catalog/search-models.ts';
import { type Listing, listModels } from './list-models.ts';
import type { PickerMemory, PickerState } from './picker-memory.ts';
import { useModelIndex } from './use-model-index.ts';

export interface PickerOptions {
  /** What is searched. */
  catalog: Catalog;
  /** Keeps search and filters while another page is shown. */
  memory: PickerMemory;
  /** Another project begins a new search. */
  project: string | undefined;
  /** The chosen model's id. With nothing chosen the list is always there. */
  chosen: string | undefined;
  /** The list of a disabled field is closed. */
  isDisabled: boolean;
  /** Told the id of the model. */
  onChoose: (id: string) => void;
}

export interface Picker {
  /** Of the list, for what refers to it and its rows. */
  listId: string;
  /** For which is chosen. */
  project: string | undefined;
  entries: readonly ModelEntry[];
  /** What the field and the filters say. */
  state: PickerState;
  /** What the list shows: a moment behind while it is being made, so that no keystroke waits for it. */
  listing: Listing;
  /** What the search has found at the moment. It stays the same function. */
  found: () => readonly ModelEntry[];
  isBehind: boolean;
  isOpen: boolean;
  /** The row that the arrow keys stand on. */
  active: number | undefined;
  open: () => void;
  /** Leads back to the first page, unless it says which. */
  change: (changed: Partial<PickerState>) => void;
  choose: (id: string) => void;
  close: () => void;
  /** To the next row, or the one before; the rows are a ring. */
  move: (by: 1 | -1) => void;
  /** Chooses the row that the arrow keys stand on, of what the field says; without any, the first that was found. */
  chooseActive: () => void;
}

/** The behaviour of the list of models: what is found, shown and stood on. */
export const usePicker = (options: PickerOptions): Picker => {
  const { onChoose, project } = options;
  const listId = useId();
  const [state, remember] = useRemembered(options);
  const { entries, listing, isBehind, newest } = useListing(options.catalog, state);
  const found = useLatest(listing.found);
  const [list, setList] = useState<{ isOpen: boolean; active?: number }>({ isOpen: false });
  const isOpen = !options.isDisabled && (list.isOpen || options.chosen === undefined);
  const open = (): void => setList({ isOpen: true });
  const close = (): void => setList({ isOpen: false });
  const change = useCallback(
    (changed: Partial<PickerState>): void => {
      setList((before) => ({ isOpen: before.isOpen }));
      remember({ page: 1, ...changed });
    },
    [remember],
  );
  const choose = useCallback(
    (id: string): void => {
      onChoose(id);
      setList({ isOpen: false });
    },
    [onChoose],
  );
  // Who types fast presses these keys before the list has come: they mean what the field says.
  const move = (by: 1 | -1): void =>
    setList({ isOpen, ...nextIn(newest().rows.length, list.active, by) });
  const chooseActive = (): void => {
    const row = newest().rows[list.active ?? (isSearch(state.search) ? 0 : -1)];
    if (row) {
      choose(row.id);
    }
  };
  const { active } = list;
  const doings = { open, change, choose, close, move, chooseActive };
  return { listId, project, entries, state, listing, found, isBehind, isOpen, active, ...doings };
};

interface ShownListing extends Pick<Picker, 'entries' | 'listing' | 'isBehind'> {
  /** What the list is going to show. */
  newest: () => Listing;
}

const useListing = (catalog: Catalog, state: PickerState): ShownListing => {
  const { entries, find } = useModelIndex(catalog);
  const shown = useDeferredValue(state);
  const listing = useMemo(() => listModels(entries, find, shown), [entries, find, shown]);
  return {
    entries,
    listing,
    isBehind: shown !== state,
    newest: () => (shown === state ? listing : listModels(entries, find, state)),
  };
};

/** What is read when it is needed, so that nothing is rendered again when it changes. */
const useLatest = <Value>(value: Value): (() => Value) => {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return useCallback(() => latest.current, []);
};

const useRemembered = ({
  memory,
  project,
}: Pick<PickerOptions, 'memory' | 'project'>): [
  PickerState,
  (changed: Partial<PickerState>) => void,
] => {
  const [state, setState] = useState(() => memory.read(project));
  const change = useCallback(
    (changed: Partial<PickerState>): void => {
      memory.write(project, { ...memory.read(project), ...changed });
      setState(memory.read(project));
    },
    [memory, project],
  );
  return [state, change];
};

/** The list is a ring; from nowhere it begins at the end that is walked away from. */
const nextIn = (
  count: number,
  active: number | undefined,
  by: 1 | -1,
): { active: number } | undefined => {
  const start = by === 1 ? -1 : count;
  return count === 0 ? undefined : { active: ((active ?? start) + by + count) % count };
};
