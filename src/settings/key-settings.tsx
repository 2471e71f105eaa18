import { useQuery } from '@tanstack/react-query';
import { Stack } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';
import { type KeySecretNames, keySecretNames } from '../apiKey/key-secrets.ts';
import { keyUsersQuery } from '../wizard/key/key-users-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import type { KeyForm } from './key-modal.tsx';
import type { KeyUsers } from './key-users.ts';
import { KnownKey } from './known-key.tsx';
import type { KnownKeyData } from './known-key-data.ts';
import { LazyKeyModal } from './lazy-key-modal.tsx';
import type { Notice } from './notice.ts';
import { NoticeAlert } from './notice-alert.tsx';

/** A key that this person may see: its status, what may be done with it, and what came of that. */
export const KeySettings = (props: {
  data: KnownKeyData;
  /** Shown in the place of a status that may be out of date. */
  instead: ReactElement | undefined;
}): ReactElement => {
  const { data, instead } = props;
  const names = data.key.kind === 'absent' ? keySecretNames('project', '') : data.key.names;
  const users = useKeyUsers(data.project, names);
  const [opened, setOpened] = useState<KeyForm>();
  const [notice, setNotice] = useState<Notice>();
  const open = (form: KeyForm): void => {
    users.lookAgain();
    setNotice(undefined);
    setOpened(form);
  };
  const close = (outcome?: Notice): void => {
    setOpened(undefined);
    setNotice(outcome);
  };
  return (
    <Stack hasGutter>
      {instead ? null : (
        <KnownKey
          data={data}
          users={users}
          names={names}
          notice={notice}
          onOpen={open}
          onNotice={setNotice}
        />
      )}
      {notice ? <NoticeAlert notice={notice} /> : null}
      {instead}
      {opened ? <LazyKeyModal form={opened} data={data} users={users} onClose={close} /> : null}
    </Stack>
  );
};

const useKeyUsers = (project: string, names: KeySecretNames): KeyUsers => {
  const { data, error, isFetching, refetch } = useQuery(keyUsersQuery(project, names), queryClient);
  return { data, error, isLooking: isFetching, lookAgain: () => void refetch() };
};
