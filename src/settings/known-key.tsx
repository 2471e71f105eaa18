import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type KeyAction, keyActions } from '../apiKey/key-actions.ts';
import type { KeySecretNames } from '../apiKey/key-secrets.ts';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { withheldActions } from '../apiKey/withheld-actions.ts';
import { queryClient } from '../wizard/query-client.ts';
import { useIsWaiting } from '../wizard/use-now.ts';
import { type CardAction, KeyButtons } from './key-buttons.tsx';
import { keyRightsQuery } from './key-rights-query.ts';
import type { KeyForm } from './key-modal.tsx';
import { KeyStatus } from './key-status.tsx';
import type { KeyUsers } from './key-users.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { LoadingButtons } from './loading-status.tsx';
import { MissingRights } from './missing-rights.tsx';
import type { Notice } from './notice.ts';
import { RightsProblem } from './rights-problem.tsx';
import { UnfinishedKey } from './unfinished-key.tsx';
import { useTidyUp } from './use-tidy-up.ts';
import { useVerifyStored } from './use-verify-stored.ts';

interface KnownKeyProps {
  data: KnownKeyData;
  names: KeySecretNames;
  users: KeyUsers;
  /** What came of what was done last. */
  notice: Notice | undefined;
  onOpen: (form: KeyForm) => void;
  onNotice: (notice: Notice | undefined) => void;
}

/** What there is to say about a key, and what this person may do with it: parts of the card's stack. */
export const KnownKey = (props: KnownKeyProps): ReactElement => {
  const { data } = props;
  const { key, project } = data;
  const asked = useQuery(keyRightsQuery(project, props.names), queryClient);
  const rights = asked.data;
  const actions = rights ? keyActions({ ...data, rights }) : [];
  const { running, runs } = useKeyActions(props);
  const isWaiting = useIsWaiting(props.notice?.wait?.until);
  return (
    <>
      <KeyStatus data={data} users={props.users} actions={actions} />
      {key.kind === 'stored' && key.isUnfinished ? (
        <UnfinishedKey
          onTidyUp={actions.includes('tidyUp') ? runs.tidyUp : undefined}
          running={running}
        />
      ) : null}
      {asked.error ? <RightsProblem error={asked.error} onRetry={asked.refetch} /> : null}
      {rights || asked.error ? null : <LoadingButtons />}
      <KeyButtons
        actions={actions.filter(isCardAction)}
        hasVerdict={hasVerdict(key)}
        running={running}
        isWaiting={isWaiting}
        onAction={runs}
      />
      {rights ? <MissingRights {...withheldActions({ ...data, rights })} /> : null}
    </>
  );
};

/** Tidying up is offered where it is said what is untidy. */
const isCardAction = (action: KeyAction): action is CardAction => action !== 'tidyUp';

/** Whether it is known what NVIDIA said of a key last. */
const hasVerdict = (key: ProjectKey): boolean =>
  key.kind === 'stored' && key.record !== undefined && key.record.verification !== 'not-verified';

/** What begins each action, and which of them is being done. */
const useKeyActions = ({
  data,
  onOpen,
  onNotice,
}: KnownKeyProps): { running: KeyAction | undefined; runs: Record<KeyAction, () => void> } => {
  const verify = useVerifyStored(data, onNotice);
  const tidyUp = useTidyUp(data, onNotice);
  const enter = (): void => onOpen('enter');
  return {
    running: verify.isRunning ? 'verify' : tidyUp.isRunning ? 'tidyUp' : undefined,
    runs: {
      add: enter,
      mend: enter,
      replace: enter,
      remove: () => onOpen('remove'),
      verify: verify.run,
      tidyUp: tidyUp.run,
    },
  };
};
