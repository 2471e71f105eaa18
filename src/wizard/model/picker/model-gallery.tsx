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
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { memo, type ReactElement } from 'react';
import { noFilter } from '../../../catalog/filter-models.ts';
import * as words from '../../../words/picker.ts';
import { isListed, ROWS } from './list-models.ts';
import { ModelList, type ModelListProps } from './model-list.tsx';
import { PickerFilters } from './picker-filters.tsx';
import type { Picker } from './use-picker.ts';

/** The models that were found, with what narrows them down and orders them. */
export const ModelGallery = (props: {
  picker: Picker;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  /** Told when a control that clears something is gone, and the focus with it. */
  onCleared: () => void;
}): ReactElement => {
  const { picker, onCleared } = props;
  return (
    <Panel variant="bordered" className="pf-v6-u-mt-sm" aria-busy={picker.isBehind}>
      <PanelMain>
        <PanelMainBody>
          <PickerFilters
            listId={picker.listId}
            project={picker.project}
            entries={picker.entries}
            found={picker.found}
            filter={picker.state.filter}
            order={picker.state.order}
            onChange={picker.change}
            onCleared={onCleared}
          />
          <Results
            id={picker.listId}
            listing={picker.listing}
            of={picker.entries.length}
            active={picker.active}
            chosen={props.chosen}
            onChoose={props.onChoose}
            onChange={picker.change}
            onCleared={onCleared}
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
  onCleared: () => void;
}

const AllResults = (props: ResultsProps): ReactElement => {
  const { of, onChange, onCleared, ...list } = props;
  const { count, isSearching, page } = list.listing;
  return (
    <>
      <p
        role="status"
        className="pf-v6-u-mt-md pf-v6-u-mb-xs pf-v6-u-font-size-sm pf-v6-u-text-color-subtle"
      >
        {isSearching ? words.searching : words.foundModels(count, of)}
      </p>
      {isListed(list.listing) ? (
        <ModelList {...list} />
      ) : (
        <NothingFound
          onClear={() => {
            onChange({ search: '', filter: noFilter });
            onCleared();
          }}
        />
      )}
      {count > ROWS ? (
        <Pages count={count} page={page} onChange={(next) => onChange({ page: next })} />
      ) : null}
    </>
  );
};

/** Rendered only when the list has changed: twenty rows are too many for each keystroke. */
const Results = memo(AllResults);

/** PatternFly leaves the buttons out on a phone, unless it is told to show all. */
const SHOW_BUTTONS = 'pf-m-display-full';

const Pages = (props: {
  count: number;
  page: number;
  onChange: (page: number) => void;
}): ReactElement => {
  const { count, page } = props;
  return (
    <Flex justifyContent={{ default: 'justifyContentFlexEnd' }} className="pf-v6-u-mt-sm">
      <span>{words.shownOf((page - 1) * ROWS + 1, Math.min(page * ROWS, count), count)}</span>
      <Pagination
        isCompact
        className={SHOW_BUTTONS}
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
