import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { KeyAction } from '../apiKey/key-actions.ts';
import type { BrokenProjectKey } from '../apiKey/project-key.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { describeBroken } from '../wizard/key/describe-broken.ts';
import { tryAgain } from '../words/again.ts';
import * as words from '../words/settings.ts';
import type { KeyUsers } from './key-users.ts';

/** A key whose Secrets are not as they should be: what this person can do about it, and whom it concerns. */
export const IncompleteKey = (props: {
  broken: BrokenProjectKey;
  users: KeyUsers;
  actions: readonly KeyAction[];
}): ReactElement => {
  const { users } = props;
  const { title, body } = describeBroken(props.broken, adviceFor(props.actions), users);
  return (
    <FieldAlert
      variant="warning"
      title={title}
      actionLinks={
        users.error ? (
          <AlertActionLink onClick={users.lookAgain}>{tryAgain}</AlertActionLink>
        ) : undefined
      }
    >
      {body}
    </FieldAlert>
  );
};

/** Of what this person cannot do nothing is said here; why they cannot is said below. */
const adviceFor = (actions: readonly KeyAction[]): string => {
  if (!actions.includes('mend')) {
    return '';
  }
  return actions.includes('remove') ? words.enterOrRemove : words.enterIt;
};
