import { Button } from '@patternfly/react-core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { tryAgain } from '../words/again.ts';
import type { KeyUsers } from './key-users.ts';
import { useFocusCaught } from './use-focus-caught.ts';

/** What is said of who uses a key. Where nobody can tell, it can be asked again; then this has the button's focus. */
export const UsersSentence = (props: { users: KeyUsers; children: ReactNode }): ReactElement => {
  const { users } = props;
  const [isAsked, setAsked] = useState(false);
  const place = useFocusCaught<HTMLSpanElement>(isAsked ? users.error : undefined);
  const ask = (): void => {
    setAsked(true);
    users.lookAgain();
  };
  return (
    <span ref={place} tabIndex={-1}>
      {props.children}
      {users.error ? (
        <>
          {' '}
          <Button variant="link" isInline onClick={ask}>
            {tryAgain}
          </Button>
        </>
      ) : null}
    </span>
  );
};
