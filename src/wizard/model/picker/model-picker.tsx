import {
  Button,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons/dist/esm/icons/search-icon';
import { TimesIcon } from '@patternfly/react-icons/dist/esm/icons/times-icon';
import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import * as words from '../../../words/picker.ts';
import { model as modelLabel } from '../../../words/model.ts';
import { isListed } from './list-models.ts';
import { ModelGallery } from './model-gallery.tsx';
import { rowId } from './model-list.tsx';
import { onPickerKey } from './picker-keys.ts';
import { type Picker, type PickerOptions, usePicker } from './use-picker.ts';

export interface ModelPickerProps extends PickerOptions {
  /** Of the search field; the visible label is the form group's. */
  inputId: string;
  /** Id of what describes it in the help. */
  describedBy: string;
  /** Right below the field: under the list nobody would see it. */
  help: ReactNode;
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
  // What clears something goes with it, too.
  const focus = useCallback((): void => input.current?.focus(), []);
  const title = chosen?.model.displayName ?? '';
  useSelectedTitle(input, picker.isOpen ? '' : title);
  return (
    <>
      <ModelSearchInput {...props} picker={picker} title={title} input={input} />
      {props.help}
      {picker.isOpen ? (
        <ModelGallery
          picker={picker}
          chosen={props.chosen}
          onChoose={chooseByClick}
          onCleared={focus}
        />
      ) : null}
    </>
  );
};

/** The name of the model that was chosen gives way to what is typed next. */
const useSelectedTitle = (input: RefObject<HTMLInputElement>, title: string): void => {
  useEffect(() => {
    if (title !== '' && document.activeElement === input.current) {
      input.current?.select();
    }
  }, [input, title]);
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
  const isListShown = isOpen && isListed(picker.listing);
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
        isExpanded={isListShown}
        {...(isListShown ? { 'aria-controls': listId } : {})}
        aria-label={modelLabel}
        inputProps={{
          'aria-autocomplete': 'list',
          'aria-describedby': props.describedBy,
          'aria-required': true,
        }}
        {...(active === undefined ? {} : { 'aria-activedescendant': rowId(listId, active) })}
        onClick={picker.open}
        onChange={(event, search) => {
          picker.open();
          picker.change({ search });
          makeRoomBelow(event.currentTarget);
        }}
        onKeyDown={onPickerKey(picker)}
      />
      <ClearText {...props} isSearch={isSearching && state.search !== ''} />
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

/** Clears what the field shows: a search, and the model only where the field names it. */
const ClearText = (props: SearchInputProps & { isSearch: boolean }): ReactElement | null => {
  const { picker, title, isSearch } = props;
  if ((title === '' && !isSearch) || props.isDisabled) {
    return null;
  }
  const clear = (): void => {
    picker.change({ search: '' });
    if (!isSearch) {
      props.onClear();
    }
    props.input.current?.focus();
  };
  return (
    <TextInputGroupUtilities>
      <Button
        variant="plain"
        aria-label={isSearch ? words.clearSearch : words.clearModel}
        icon={<TimesIcon />}
        onClick={clear}
      />
    </TextInputGroupUtilities>
  );
};
