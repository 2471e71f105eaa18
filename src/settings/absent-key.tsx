import type { ReactElement } from 'react';
import type { KeyScope } from '../apiKey/key-secrets.ts';
import { listNames } from '../bundle/list-names.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';
import type { KeyUsers } from './key-users.ts';

/** A project without a key, and the deployments that have lost theirs by that. */
export const AbsentKey = (props: { scope: KeyScope; users: KeyUsers }): ReactElement => {
  const { data: users = [] } = props.users;
  return (
    <>
      <FieldAlert variant="info" isPlain title={words.absentKey[props.scope].title}>
        {words.absentKey[props.scope].body}
      </FieldAlert>
      {users.length === 0 ? null : (
        <FieldAlert variant="warning" title={words.keyMissing}>
          {words.cannotStart(listNames(users))}
        </FieldAlert>
      )}
    </>
  );
};
