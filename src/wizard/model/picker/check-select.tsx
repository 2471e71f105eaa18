import {
  Badge,
  MenuToggle,
  type MenuToggleElement,
  Select,
  SelectList,
  SelectOption,
} from '@patternfly/react-core';
import { type ReactElement, type Ref, useState } from 'react';
import * as words from '../../../words/picker.ts';

interface CheckSelectProps<Value extends string> {
  /** On the button, and of the list. */
  label: string;
  options: readonly { value: Value; label: string }[];
  /** How many models each would show; asked when the list opens, and none where it does not say. */
  counts: () => ReadonlyMap<Value, number>;
  /** In the order of the options. */
  chosen: readonly Value[];
  /** Told all that are chosen now. */
  onChange: (chosen: Value[]) => void;
}

/** Any number of values out of a few, in a list that opens. */
export const CheckSelect = <Value extends string>(props: CheckSelectProps<Value>): ReactElement => {
  const { label, options, chosen, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const badge = <Badge screenReaderText={words.chosen}>{chosen.length}</Badge>;
  const toggle = (ref: Ref<MenuToggleElement>): ReactElement => (
    <MenuToggle
      ref={ref}
      isExpanded={isOpen}
      onClick={() => setOpen(!isOpen)}
      {...(chosen.length === 0 ? {} : { badge })}
    >
      {label}
    </MenuToggle>
  );
  return (
    <Select
      role="menu"
      isOpen={isOpen}
      isScrollable
      selected={[...chosen]}
      onSelect={(_event, value) => onChange(toggled(options, chosen, String(value)))}
      onOpenChange={setOpen}
      popperProps={{ appendTo: 'inline' }}
      toggle={toggle}
    >
      <CheckOptions {...props} />
    </Select>
  );
};

const CheckOptions = <Value extends string>(props: CheckSelectProps<Value>): ReactElement => {
  const { label, options, chosen } = props;
  const counts = props.counts();
  return (
    <SelectList aria-label={label}>
      {options.map(({ value, label: title }) => (
        <SelectOption key={value} hasCheckbox value={value} isSelected={chosen.includes(value)}>
          {words.choiceWithCount(title, counts.get(value) ?? 0)}
        </SelectOption>
      ))}
    </SelectList>
  );
};

/** In the order of the options, whatever was chosen first. */
const toggled = <Value extends string>(
  options: readonly { value: Value }[],
  chosen: readonly Value[],
  changed: string,
): Value[] =>
  options
    .map(({ value }) => value)
    .filter((value) => chosen.includes(value) !== (value === changed));
