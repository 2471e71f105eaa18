import {
  Dropdown,
  DropdownItem,
  DropdownList,
  MenuToggle,
  type MenuToggleElement,
} from '@patternfly/react-core';
import { useState, type Ref } from 'react';
import { useSession } from '../api/session-context.ts';
import { signInAs } from '../api/session.ts';

/** Signs in as another of the development users, and loads the page again as them. */
export const UserSwitcher = () => {
  const { userName, users } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const change = async (name: string) => {
    await signInAs(name);
    location.reload();
  };
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: 'right' }}
      shouldFocusToggleOnSelect
      onSelect={() => setIsOpen(false)}
      toggle={(ref: Ref<MenuToggleElement>) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          aria-label={`User: ${userName}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {userName}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {users.map((name) => (
          <DropdownItem key={name} isSelected={name === userName} onClick={() => void change(name)}>
            {name}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
