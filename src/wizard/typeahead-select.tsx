import {
  Button,
  MenuToggle,
  type MenuToggleElement,
  Select,
  SelectList,
  SelectOption,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { TimesIcon } from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { type ReactElement, type Ref, useId } from 'react';
import { type Typeahead, type TypeaheadOption, useTypeahead } from './use-typeahead.ts';

export interface TypeaheadSelectProps {
  id: string;
  /** The control's accessible name; the visible label is the form group's. */
  label: string;
  placeholder: string;
  options: readonly TypeaheadOption[];
  /** The chosen option's value; undefined when nothing is chosen. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  isDisabled: boolean;
}

/** One of many, found by typing a part of its name or description; by keyboard alone, too. */
export const TypeaheadSelect = (props: TypeaheadSelectProps): ReactElement => {
  const listId = useId();
  const typeahead = useTypeahead(props.options, props.onChange);
  const choose = (value: string | undefined): void => {
    props.onChange(value);
    typeahead.close();
  };
  const toggle = (ref: Ref<MenuToggleElement>): ReactElement => (
    <MenuToggle
      innerRef={ref}
      variant="typeahead"
      isExpanded={typeahead.isOpen}
      isDisabled={props.isDisabled}
      isFullWidth
      aria-label={`${props.label}, open the list`}
      onClick={typeahead.isOpen ? typeahead.close : typeahead.open}
    >
      <SearchInput
        {...props}
        listId={listId}
        typeahead={typeahead}
        onClear={() => choose(undefined)}
      />
    </MenuToggle>
  );
  return (
    <Select
      isOpen={typeahead.isOpen}
      isScrollable
      selected={props.value}
      variant="typeahead"
      onSelect={(_event, value) => choose(String(value))}
      onOpenChange={(isOpen) => (isOpen ? typeahead.open() : typeahead.close())}
      // Beside its field, not at the end of the page: there it would be outside every landmark.
      popperProps={{ appendTo: 'inline' }}
      toggle={toggle}
    >
      <OptionList id={listId} typeahead={typeahead} />
    </Select>
  );
};

const SearchInput = (
  props: TypeaheadSelectProps & { listId: string; typeahead: Typeahead; onClear: () => void },
): ReactElement => {
  const { typeahead, listId, label } = props;
  const chosen = props.options.find(({ value }) => value === props.value);
  const active = typeahead.active;
  return (
    <TextInputGroup isPlain isDisabled={props.isDisabled}>
      <TextInputGroupMain
        inputId={props.id}
        value={typeahead.search ?? chosen?.label ?? ''}
        placeholder={chosen?.label ?? props.placeholder}
        autoComplete="off"
        role="combobox"
        isExpanded={typeahead.isOpen}
        aria-controls={listId}
        aria-label={label}
        {...(active === undefined ? {} : { 'aria-activedescendant': optionId(listId, active) })}
        onClick={typeahead.open}
        onChange={(_event, text) => typeahead.type(text)}
        onKeyDown={typeahead.onKeyDown}
      />
      {chosen && !props.isDisabled ? (
        <TextInputGroupUtilities>
          <Button
            variant="plain"
            aria-label={`Clear ${label.toLowerCase()}`}
            icon={<TimesIcon />}
            onClick={props.onClear}
          />
        </TextInputGroupUtilities>
      ) : null}
    </TextInputGroup>
  );
};

const OptionList = ({ id, typeahead }: { id: string; typeahead: Typeahead }): ReactElement => (
  <SelectList id={id} aria-label="Results">
    {typeahead.matches.map(({ value, label, description }, index) => (
      <SelectOption
        key={value}
        id={optionId(id, index)}
        value={value}
        description={description}
        isFocused={index === typeahead.active}
      >
        {label}
      </SelectOption>
    ))}
    {typeahead.matches.length === 0 ? (
      <SelectOption
        isAriaDisabled
        value=""
      >{`Nothing matches "${typeahead.search ?? ''}"`}</SelectOption>
    ) : null}
  </SelectList>
);

const optionId = (listId: string, index: number): string => `${listId}-${index}`;
