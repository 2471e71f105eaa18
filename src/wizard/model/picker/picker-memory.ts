import { type ModelFilter, type ModelOrder, noFilter } from '../../../catalog/filter-models.ts';

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

/** Keeps a picker's state while another page of the wizard is shown; another project begins anew. */
export interface PickerMemory {
  read: (project: string | undefined) => PickerState;
  write: (project: string | undefined, state: PickerState) => void;
}

export const createPickerMemory = (): PickerMemory => {
  let kept: { project: string | undefined; state: PickerState } | undefined;
  return {
    read: (project) => {
      kept = kept?.project === project ? kept : undefined;
      return kept?.state ?? freshPicker;
    },
    write: (project, state) => {
      kept = { project, state };
    },
  };
};
