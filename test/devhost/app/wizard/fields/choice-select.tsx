import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useRef, useState } from 'react';

export interface Choice {
  key: string;
  label: string;
  description?: string;
}

interface ChoiceSelectProps {
  id: string;
  label: string;
  choices: Choice[];
  chosen: string | undefined;
  placeholder: string;
  onChoose: (key: string) => void;
  isDisabled?: boolean;
}

/** A select of a few choices; `label` is the form group's label, which the toggle's name repeats. */
export const ChoiceSelect = (props: ChoiceSelectProps) => {
  const { id, label, choices, chosen, placeholder, onChoose, isDisabled = false } = props;
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement | null>(null);
  const shown = choices.find(({ key }) => key === chosen)?.label ?? chosen ?? placeholder;
  return (
    <Select
      id={`${id}-menu`}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      selected={chosen}
      popperProps={{ appendTo: 'inline' }}
      shouldFocusToggleOnSelect
      shouldFocusFirstItemOnOpen
      onSelect={(_event, key) => {
        setIsOpen(false);
        if (typeof key === 'string' && key !== chosen) {
          onChoose(key);
        }
      }}
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            id={id}
            data-testid={id}
            aria-label={`${label}: ${shown}`}
            isExpanded={isOpen}
            isDisabled={isDisabled}
            isFullWidth
            onClick={() => setIsOpen(!isOpen)}
          >
            {shown}
          </MenuToggle>
        ),
      }}
    >
      <SelectList aria-label={label}>
        {choices.map(({ key, label: text, description }) => (
          <SelectOption key={key} value={key} description={description}>
            {text}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
};
