import {
  Checkbox,
  FormSelect,
  FormSelectOption,
  Toolbar,
  ToolbarContent,
  ToolbarFilter,
  ToolbarItem,
} from '@patternfly/react-core';
import { memo, type ReactElement, useMemo } from 'react';
import { kindTitles, sizeTitles } from '../../catalog/describe-facts.ts';
import {
  type ModelFilter,
  type ModelOrder,
  noFilter,
  type SizeRange,
  sizeOf,
} from '../../catalog/filter-models.ts';
import type { ModelEntry } from '../../catalog/model-entry.ts';
import { modelKinds } from '../../catalog/model-kind.ts';
import * as words from '../../words/picker.ts';
import { CheckSelect } from './check-select.tsx';
import { FitsGpus } from './fits-gpus.tsx';
import type { PickerState } from './picker-memory.ts';

interface PickerFiltersProps {
  /** Of the list that is filtered. */
  listId: string;
  entries: readonly ModelEntry[];
  filter: ModelFilter;
  order: ModelOrder;
  onChange: (changed: Partial<Pick<PickerState, 'filter' | 'order'>>) => void;
}

const AllFilters = (props: PickerFiltersProps): ReactElement => {
  const { listId, entries, filter } = props;
  const change = (changed: Partial<ModelFilter>): void =>
    props.onChange({ filter: { ...filter, ...changed } });
  return (
    <Toolbar
      className="pf-v6-u-pb-0"
      inset={{ default: 'insetNone' }}
      clearAllFilters={() => props.onChange({ filter: noFilter })}
      clearFiltersButtonText={words.clearFilters}
      numberOfFiltersText={words.filtersApplied}
    >
      <ToolbarContent>
        <ValueFilters entries={entries} filter={filter} onChange={change} />
        <ToolbarItem alignSelf="center">
          <Checkbox
            id={`${listId}-eu`}
            label={words.availableInEurope}
            isChecked={filter.isEuOnly}
            onChange={(_event, isEuOnly) => change({ isEuOnly })}
          />
        </ToolbarItem>
        <FitsGpus
          id={`${listId}-gpus`}
          entries={entries}
          isChecked={filter.fitsGpus !== undefined}
          onChange={(fitsGpus) => change({ fitsGpus })}
        />
        <ToolbarItem>
          <OrderSelect order={props.order} onChange={(order) => props.onChange({ order })} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};

/**
 * What the list of models can be narrowed down to, and its order. Rendered only when one of them has
 * changed: a keystroke in the search changes none.
 */
export const PickerFilters = memo(AllFilters);

const sizes: readonly SizeRange[] = ['tiny', 'small', 'medium', 'large', 'unknown'];

interface Choice<Value> {
  value: Value;
  label: string;
  count: number;
}

const ValueFilters = (props: {
  entries: readonly ModelEntry[];
  filter: ModelFilter;
  onChange: (changed: Partial<ModelFilter>) => void;
}): ReactElement => {
  const { entries, filter, onChange } = props;
  const choices = useMemo(() => choicesOf(entries), [entries]);
  return (
    <>
      <ValueFilter
        label={words.publisher}
        choices={choices.publishers}
        chosen={filter.publishers}
        onChange={(publishers) => onChange({ publishers })}
      />
      <ValueFilter
        label={words.kind}
        choices={choices.kinds}
        chosen={filter.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <ValueFilter
        label={words.parameters}
        choices={choices.sizes}
        chosen={filter.sizes}
        onChange={(chosen) => onChange({ sizes: chosen })}
      />
    </>
  );
};

const ValueFilter = <Value extends string>(props: {
  label: string;
  choices: readonly Choice<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}): ReactElement => {
  const { label, choices, chosen, onChange } = props;
  const without = (value: string): void => onChange(chosen.filter((one) => one !== value));
  return (
    <ToolbarFilter
      categoryName={label}
      labels={choices
        .filter(({ value }) => chosen.includes(value))
        .map(({ value, label: node }) => ({ key: value, node }))}
      deleteLabel={(_category, removed) =>
        without(typeof removed === 'string' ? removed : removed.key)
      }
      deleteLabelGroup={() => onChange([])}
    >
      <CheckSelect label={label} options={choices} chosen={chosen} onChange={onChange} />
    </ToolbarFilter>
  );
};

/** What there is to choose from, with how many models each would leave. */
const choicesOf = (
  entries: readonly ModelEntry[],
): {
  publishers: Choice<string>[];
  kinds: Choice<ModelEntry['kind']>[];
  sizes: Choice<SizeRange>[];
} => {
  const publishers = countBy(entries, ({ publisher }) => publisher);
  const kinds = countBy(entries, ({ kind }) => kind);
  const ofSize = countBy(entries, sizeOf);
  return {
    publishers: [...publishers]
      .map(([value, count]) => ({ value, label: value, count }))
      .toSorted((one, other) => one.value.localeCompare(other.value, 'en')),
    kinds: offered(modelKinds, kinds, kindTitles),
    sizes: offered(sizes, ofSize, sizeTitles),
  };
};

const countBy = <Value,>(
  entries: readonly ModelEntry[],
  valueOf: (entry: ModelEntry) => Value,
): Map<Value, number> => {
  const counts = new Map<Value, number>();
  for (const entry of entries) {
    const value = valueOf(entry);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

const offered = <Value extends string>(
  values: readonly Value[],
  counts: ReadonlyMap<Value, number>,
  titles: Readonly<Record<Value, string>>,
): Choice<Value>[] =>
  values.flatMap((value) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, label: titles[value], count }];
  });

const orders: readonly ModelOrder[] = ['relevance', 'name', 'newest'];

const OrderSelect = (props: {
  order: ModelOrder;
  onChange: (order: ModelOrder) => void;
}): ReactElement => (
  <FormSelect
    aria-label={words.order}
    value={props.order}
    onChange={(_event, chosen) =>
      props.onChange(orders.find((order) => order === chosen) ?? 'relevance')
    }
  >
    {orders.map((order) => (
      <FormSelectOption key={order} value={order} label={words.orders[order]} />
    ))}
  </FormSelect>
);
