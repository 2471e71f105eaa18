import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useRef, useState } from 'react';
import { useSession } from '../api/session-context.ts';
import { signInAs } from '../api/session.ts';

const changeTo = async (name: string): Promise<void> => {
  await signInAs(name);
  location.reload();
};

/** Signs in as another of the development users, and loads the page again as them. */
export const UserSwitcher = () => {
  const { userName, users } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement | null>(null);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: 'right', appendTo: 'inline' }}
      shouldFocusToggleOnSelect
      onSelect={() => setIsOpen(false)}
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            isExpanded={isOpen}
            aria-label={`User: ${userName}`}
            onClick={() => setIsOpen(!isOpen)}
          >
            {userName}
          </MenuToggle>
        ),
      }}
    >
      <DropdownList>
        {users.map((name) => (
          <DropdownItem
            key={name}
            isSelected={name === userName}
            onClick={() => void changeTo(name)}
          >
            {name}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
