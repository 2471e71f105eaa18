import {
  Bullseye,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Flex,
  Pagination,
  Panel,
  PanelMain,
  PanelMainBody,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { TimesIcon } from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { memo, type ReactElement, type RefObject, useCallback, useRef } from 'react';
import * as words from '../../words/picker.ts';
import { model as modelLabel } from '../../words/model.ts';
import { ModelList, type ModelListProps, rowId } from './model-list.tsx';
import { PickerFilters } from './picker-filters.tsx';
import { ROWS } from './list-models.ts';
import { onPickerKey } from './picker-keys.ts';
import { freshPicker } from './picker-memory.ts';
import { type Picker, type PickerOptions, usePicker } from './use-picker.ts';

export interface ModelPickerProps extends PickerOptions {
  /** Of the search field; the visible label is the form group's. */
  inputId: string;
  /** In the empty search field. */
  placeholder: string;
  /** Takes the chosen model back. */
  onClear: () => void;
}

/**
 * The models of the catalog, searched and browsed in place. With nothing chosen the list is there from
 * the beginning; with a model chosen it opens again when the field is used.
 */
export const ModelPicker = (props: ModelPickerProps): ReactElement => {
  const picker = usePicker(props);
  const input = useRef<HTMLInputElement>(null);
  const chosen = picker.entries.find(({ id }) => id === props.chosen);
  const { choose } = picker;
  // The row that was clicked goes with the list, and the focus with it.
  const chooseByClick = useCallback(
    (id: string): void => {
      choose(id);
      input.current?.focus();
    },
    [choose],
  );
  const title = chosen?.model.displayName ?? '';
  return (
    <>
      <ModelSearchInput {...props} picker={picker} title={title} input={input} />
      {picker.isOpen ? (
        <Gallery picker={picker} chosen={props.chosen} onChoose={chooseByClick} />
      ) : null}
    </>
  );
};

interface SearchInputProps extends ModelPickerProps {
  picker: Picker;
  /** Of the chosen model; empty without one. */
  title: string;
  input: RefObject<HTMLInputElement>;
}

const ModelSearchInput = (props: SearchInputProps): ReactElement => {
  const { picker, title } = props;
  const { active, isOpen, listId, state } = picker;
  const isSearching = isOpen || title === '';
  return (
    <TextInputGroup isDisabled={props.isDisabled}>
      <TextInputGroupMain
        icon={<SearchIcon />}
        innerRef={props.input}
        inputId={props.inputId}
        value={isSearching ? state.search : title}
        placeholder={title || props.placeholder}
        autoComplete="off"
        role="combobox"
        isExpanded={isOpen}
        aria-controls={listId}
        aria-label={modelLabel}
        {...(active === undefined ? {} : { 'aria-activedescendant': rowId(listId, active) })}
        onClick={picker.open}
        onChange={(event, search) => {
          picker.open();
          picker.change({ search });
          makeRoomBelow(event.currentTarget);
        }}
        onKeyDown={onPickerKey(picker)}
      />
      {(title === '' && state.search === '') || props.isDisabled ? null : (
        <ClearButton
          label={title === '' ? words.clearSearch : words.clearModel}
          onClick={() => {
            picker.change({ search: '' });
            props.onClear();
          }}
        />
      )}
    </TextInputGroup>
  );
};

/** On a page that is lower than this, the label is not worth its room. */
const LOW_PAGE_PX = 700;

/** Where the field stands low on the page, what is found would be below its edge. */
const makeRoomBelow = (field: Element): void => {
  if (field.getBoundingClientRect().top > innerHeight / 3) {
    const withLabel = field.closest('.pf-v6-c-form__group');
    const first = innerHeight < LOW_PAGE_PX ? field : (withLabel ?? field);
    first.scrollIntoView({ block: 'start' });
  }
};

const ClearButton = (props: { label: string; onClick: () => void }): ReactElement => (
  <TextInputGroupUtilities>
    <Button variant="plain" aria-label={props.label} icon={<TimesIcon />} onClick={props.onClick} />
  </TextInputGroupUtilities>
);

const Gallery = (props: {
  picker: Picker;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}): ReactElement => {
  const { picker } = props;
  return (
    <Panel variant="bordered" className="pf-v6-u-mt-sm" aria-busy={picker.isBehind}>
      <PanelMain>
        <PanelMainBody>
          <PickerFilters
            listId={picker.listId}
            entries={picker.entries}
            filter={picker.state.filter}
            order={picker.state.order}
            onChange={picker.change}
          />
          <Results
            id={picker.listId}
            listing={picker.listing}
            of={picker.entries.length}
            active={picker.active}
            chosen={props.chosen}
            onChoose={props.onChoose}
            onChange={picker.change}
          />
        </PanelMainBody>
      </PanelMain>
    </Panel>
  );
};

interface ResultsProps extends ModelListProps {
  /** How many models there are. */
  of: number;
  onChange: Picker['change'];
}

const AllResults = (props: ResultsProps): ReactElement => {
  const { of, onChange, ...list } = props;
  const { count, isSearching, page } = list.listing;
  return (
    <>
      <p
        role="status"
        className="pf-v6-u-mt-md pf-v6-u-mb-xs pf-v6-u-font-size-sm pf-v6-u-text-color-subtle"
      >
        {isSearching ? words.searching : words.foundModels(count, of)}
      </p>
      {count === 0 && !isSearching ? (
        <NothingFound onClear={() => onChange(freshPicker)} />
      ) : (
        <ModelList {...list} />
      )}
      {count > ROWS ? (
        <Pages count={count} page={page} onChange={(next) => onChange({ page: next })} />
      ) : null}
    </>
  );
};

/** Rendered only when the list has changed: twenty rows are too many for each keystroke. */
const Results = memo(AllResults);

/** On a phone PatternFly says itself which part of the list this is. */
const Pages = (props: {
  count: number;
  page: number;
  onChange: (page: number) => void;
}): ReactElement => {
  const { count, page } = props;
  return (
    <Flex justifyContent={{ default: 'justifyContentFlexEnd' }} className="pf-v6-u-mt-sm">
      <span className="pf-v6-u-display-none pf-v6-u-display-inline-on-md">
        {words.shownOf((page - 1) * ROWS + 1, Math.min(page * ROWS, count), count)}
      </span>
      <Pagination
        isCompact
        itemCount={count}
        perPage={ROWS}
        perPageOptions={[]}
        page={page}
        titles={{ paginationAriaLabel: words.pagesOfModels }}
        onSetPage={(_event, next) => props.onChange(next)}
      />
    </Flex>
  );
};

const NothingFound = ({ onClear }: { onClear: () => void }): ReactElement => (
  <Bullseye>
    <EmptyState variant="sm" titleText={words.nothingFound} headingLevel="h4" icon={SearchIcon}>
      <EmptyStateBody>{words.searchDifferently}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {words.clearAll}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  </Bullseye>
);
