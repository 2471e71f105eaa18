import { useQuery } from '@tanstack/react-query';
import { Stack, StackItem } from '@patternfly/react-core';
import { type ReactElement, useState } from 'react';
import { keyActions } from '../apiKey/key-actions.ts';
import { withheldActions } from '../apiKey/withheld-actions.ts';
import { type KeySecretNames, keySecretNames } from '../apiKey/key-secrets.ts';
import { keyUsersQuery } from '../wizard/key/key-users-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { EnterKeyModal } from './enter-key-modal.tsx';
import { KeyButtons } from './key-buttons.tsx';
import { keyRightsQuery } from './key-rights-query.ts';
import { KeyStatus } from './key-status.tsx';
import type { KnownKeyData } from './known-key-data.ts';
import { MissingRights } from './missing-rights.tsx';
import type { Notice } from './notice.ts';
import { NoticeAlert } from './notice-alert.tsx';
import { RemoveKeyModal } from './remove-key-modal.tsx';
import { RightsProblem } from './rights-problem.tsx';
import { useTidyUp } from './use-tidy-up.ts';
import { useVerifyStored } from './use-verify-stored.ts';

/** A key that this person may see: its status, what may be done with it, and what came of that. */
export const KeySettings = ({ data }: { data: KnownKeyData }): ReactElement => {
  const { key, project } = data;
  const names = key.kind === 'absent' ? keySecretNames('project', '') : key.names;
  const {
    data: known,
    error,
    isFetching,
    refetch,
  } = useQuery(keyUsersQuery(project, names), queryClient);
  const users = { data: known, error, isLooking: isFetching };
  const [opened, setOpened] = useState<Form>();
  const [notice, setNotice] = useState<Notice>();
  const open = (form: Form): void => {
    void refetch();
    setNotice(undefined);
    setOpened(form);
  };
  const close = (outcome?: Notice): void => {
    setOpened(undefined);
    setNotice(outcome);
  };
  return (
    <Stack hasGutter>
      <StackItem>
        <KeyStatus data={data} users={users} />
      </StackItem>
      <StackItem>
        <PossibleActions data={data} names={names} onOpen={open} onNotice={setNotice} />
      </StackItem>
      {notice ? (
        <StackItem>
          <NoticeAlert notice={notice} />
        </StackItem>
      ) : null}
      {opened === 'enter' ? <EnterKeyModal data={data} users={users} onClose={close} /> : null}
      {opened === 'remove' ? <RemoveKeyModal data={data} users={users} onClose={close} /> : null}
    </Stack>
  );
};

type Form = 'enter' | 'remove';

const PossibleActions = (props: {
  data: KnownKeyData;
  names: KeySecretNames;
  onOpen: (form: Form) => void;
  onNotice: (notice: Notice | undefined) => void;
}): ReactElement => {
  const { data, onOpen, onNotice } = props;
  const rights = useQuery(keyRightsQuery(data.project, props.names), queryClient);
  const verify = useVerifyStored(data, onNotice);
  const tidy = useTidyUp(data, onNotice);
  const enter = (): void => onOpen('enter');
  return (
    <>
      {rights.error ? <RightsProblem error={rights.error} onRetry={rights.refetch} /> : null}
      <KeyButtons
        actions={rights.data ? keyActions({ ...data, rights: rights.data }) : []}
        running={verify.isRunning ? 'verify' : tidy.isRunning ? 'tidyUp' : undefined}
        onAction={{
          add: enter,
          mend: enter,
          replace: enter,
          remove: () => onOpen('remove'),
          verify: verify.run,
          tidyUp: tidy.run,
        }}
      />
      {rights.data ? (
        <MissingRights {...withheldActions({ ...data, rights: rights.data })} />
      ) : null}
    </>
  );
};
