import { type ModelFilter, type ModelOrder, noFilter } from '../../catalog/filter-models.ts';

/** What a person has typed and narrowed the list down to. */
export interface PickerState {
  search: string;
  filter: ModelFilter;
  order: ModelOrder;
  /** From 1 on. */
  page: number;
}

export const freshPicker: PickerState = {
  search: '',
  filter: noFilter,
  order: 'relevance',
  page: 1,
};

/** Keeps a picker's state while another page of the wizard is shown. */
export interface PickerMemory {
  read: () => PickerState;
  write: (state: PickerState) => void;
}

export const createPickerMemory = (): PickerMemory => {
  let state = freshPicker;
  return {
    read: () => state,
    write: (next) => {
      state = next;
    },
  };
};
