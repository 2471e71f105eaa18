import type { ReactElement } from 'react';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { BrokenKey } from '../wizard/key/broken-key.tsx';
import { AbsentKey } from './absent-key.tsx';
import type { KnownKeyData } from './known-key-data.ts';
import type { KeyUsers } from './key-users.ts';
import { StoredKey } from './stored-key.tsx';

/** What there is to say about a project's key. */
export const KeyStatus = ({
  data,
  users,
}: {
  data: KnownKeyData;
  users: KeyUsers;
}): ReactElement => {
  const key: ProjectKey = data.key;
  switch (key.kind) {
    case 'absent':
      return <AbsentKey scope={data.scope} users={users} />;
    case 'broken':
      return <BrokenKey project={data.project} broken={key} />;
    case 'stored':
      return <StoredKey stored={key} skipsVerification={data.skipsVerification} users={users} />;
  }
};
