import type { ReactElement } from 'react';
import type { KeyAction } from '../apiKey/key-actions.ts';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { AbsentKey } from './absent-key.tsx';
import { IncompleteKey } from './incomplete-key.tsx';
import type { KnownKeyData } from './known-key-data.ts';
import type { KeyUsers } from './key-users.ts';
import { StoredKey } from './stored-key.tsx';

/** What there is to say about a project's key. */
export const KeyStatus = (props: {
  data: KnownKeyData;
  users: KeyUsers;
  /** What this person may do about it. */
  actions: readonly KeyAction[];
}): ReactElement => {
  const { data, users } = props;
  const key: ProjectKey = data.key;
  switch (key.kind) {
    case 'absent':
      return <AbsentKey scope={data.scope} users={users} />;
    case 'broken':
      return <IncompleteKey broken={key} users={users} actions={props.actions} />;
    case 'stored':
      return <StoredKey stored={key} skipsVerification={data.skipsVerification} users={users} />;
  }
};
