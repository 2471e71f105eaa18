import {
  Button,
  Checkbox,
  FormSelect,
  FormSelectOption,
  Toolbar,
  ToolbarContent,
  ToolbarFilter,
  ToolbarItem,
} from '@patternfly/react-core';
import { memo, type ReactElement, useMemo, useState } from 'react';
import { kindTitles, sizeTitles } from '../../../catalog/describe-facts.ts';
import {
  countFilters,
  type ModelFilter,
  type ModelOrder,
  noFilter,
  type SizeRange,
} from '../../../catalog/filter-models.ts';
import type { ModelEntry } from '../../../catalog/model-entry.ts';
import { countValues, valuesOf } from '../../../catalog/model-facets.ts';
import { type ModelKind, modelKinds } from '../../../catalog/model-kind.ts';
import { LANGUAGE } from '../../../words/language.ts';
import * as words from '../../../words/picker.ts';
import { caretRoom } from '../../caret-room.ts';
import { CheckSelect } from './check-select.tsx';
import { FitsGpus } from './fits-gpus.tsx';
import type { PickerState } from './picker-memory.ts';

interface PickerFiltersProps {
  /** Of the list that is filtered. */
  listId: string;
  project: string | undefined;
  entries: readonly ModelEntry[];
  /** What the search has found of them at the moment. */
  found: () => readonly ModelEntry[];
  filter: ModelFilter;
  order: ModelOrder;
  onChange: (changed: Partial<Pick<PickerState, 'filter' | 'order'>>) => void;
  /** Told when a filter was taken away by a control that goes with it. */
  onCleared: () => void;
}

/** On a phone the filters stand behind a button: they would fill the window, with what is found below it. */
const AllFilters = (props: PickerFiltersProps): ReactElement => {
  const [isShown, setShown] = useState(false);
  const id = `${props.listId}-filters`;
  return (
    <>
      <Button
        variant="secondary"
        className="pf-v6-u-display-none-on-md"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
      >
        {words.filtersAndOrder(countFilters(props.filter))}
      </Button>
      <div
        id={id}
        className={
          isShown
            ? 'pf-v6-u-mt-md pf-v6-u-mt-0-on-md'
            : 'pf-v6-u-display-none pf-v6-u-display-block-on-md'
        }
      >
        <FilterToolbar {...props} />
      </div>
    </>
  );
};

const FilterToolbar = (props: PickerFiltersProps): ReactElement => {
  const { listId, entries, filter } = props;
  const change = (changed: Partial<ModelFilter>): void =>
    props.onChange({ filter: { ...filter, ...changed } });
  return (
    <Toolbar
      className="pf-v6-u-pb-0"
      inset={{ default: 'insetNone' }}
      clearAllFilters={() => {
        props.onChange({ filter: noFilter });
        props.onCleared();
      }}
      clearFiltersButtonText={words.clearFilters}
      numberOfFiltersText={words.filtersApplied}
    >
      <ToolbarContent>
        <ValueFilters {...props} onChange={change} />
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
          project={props.project}
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
}

type ValueFiltersProps = Omit<PickerFiltersProps, 'onChange'> & {
  onChange: (changed: Partial<ModelFilter>) => void;
};

const ValueFilters = (props: ValueFiltersProps): ReactElement => {
  const { entries, found, filter, onChange, onCleared } = props;
  const choices = useMemo(() => choicesOf(entries), [entries]);
  return (
    <>
      <ValueFilter
        label={words.publisher}
        choices={choices.publishers}
        counts={() => countValues(found(), filter, 'publishers')}
        chosen={filter.publishers}
        onChange={(publishers) => onChange({ publishers })}
        onCleared={onCleared}
      />
      <ValueFilter
        label={words.kind}
        choices={choices.kinds}
        counts={() => countValues(found(), filter, 'kinds')}
        chosen={filter.kinds}
        onChange={(kinds) => onChange({ kinds })}
        onCleared={onCleared}
      />
      <ValueFilter
        label={words.parameters}
        choices={choices.sizes}
        counts={() => countValues(found(), filter, 'sizes')}
        chosen={filter.sizes}
        onChange={(chosen) => onChange({ sizes: chosen })}
        onCleared={onCleared}
      />
    </>
  );
};

const ValueFilter = <Value extends string>(props: {
  label: string;
  choices: readonly Choice<Value>[];
  counts: () => ReadonlyMap<Value, number>;
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  onCleared: () => void;
}): ReactElement => {
  const { label, choices, chosen, onChange } = props;
  const keep = (kept: Value[]): void => {
    onChange(kept);
    props.onCleared();
  };
  const without = (value: string): void => keep(chosen.filter((one) => one !== value));
  return (
    <ToolbarFilter
      categoryName={label}
      labels={choices
        .filter(({ value }) => chosen.includes(value))
        .map(({ value, label: node }) => ({ key: value, node }))}
      deleteLabel={(_category, removed) =>
        without(typeof removed === 'string' ? removed : removed.key)
      }
      deleteLabelGroup={() => keep([])}
    >
      <CheckSelect
        label={label}
        options={choices}
        counts={props.counts}
        chosen={chosen}
        onChange={onChange}
      />
    </ToolbarFilter>
  );
};

/** What there is to choose from. */
const choicesOf = (
  entries: readonly ModelEntry[],
): {
  publishers: Choice<string>[];
  kinds: Choice<ModelKind>[];
  sizes: Choice<SizeRange>[];
} => ({
  publishers: [...valuesOf(entries, 'publishers')]
    .toSorted((one, other) => one.localeCompare(other, LANGUAGE))
    .map((value) => ({ value, label: value })),
  kinds: offered(modelKinds, valuesOf(entries, 'kinds'), kindTitles),
  sizes: offered(sizes, valuesOf(entries, 'sizes'), sizeTitles),
});

const offered = <Value extends string>(
  values: readonly Value[],
  there: ReadonlySet<Value>,
  titles: Readonly<Record<Value, string>>,
): Choice<Value>[] =>
  values.filter((value) => there.has(value)).map((value) => ({ value, label: titles[value] }));

const orders: readonly ModelOrder[] = ['relevance', 'name', 'newest'];

const OrderSelect = (props: {
  order: ModelOrder;
  onChange: (order: ModelOrder) => void;
}): ReactElement => (
  <FormSelect
    style={caretRoom}
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
