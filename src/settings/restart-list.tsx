import {
  Checkbox,
  Content,
  HelperText,
  HelperTextItem,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import * as words from '../words/settings.ts';
import { isToRestart, type Restarts, type UserToRestart } from './use-restarts.ts';

/** The deployments that use a key: those to restart, with a checkbox, and what became of the others. */
export const RestartList = ({ users, choose, isRunning }: Restarts): ReactElement => (
  <>
    {users.some(isToRestart) ? <Content component="p">{words.restartThem}</Content> : null}
    <div aria-live="polite">
      <Stack hasGutter>
        {users.map((user) => (
          <StackItem key={user.name}>
            {isToRestart(user) ? (
              <WaitingUser user={user} isDisabled={isRunning} onChoose={choose} />
            ) : (
              <SettledUser user={user} />
            )}
          </StackItem>
        ))}
      </Stack>
    </div>
  </>
);

const WaitingUser = (props: {
  user: UserToRestart;
  isDisabled: boolean;
  onChoose: Restarts['choose'];
}): ReactElement => {
  const { user } = props;
  const id = useId();
  return (
    <>
      <Checkbox
        id={id}
        label={user.displayName}
        isChecked={user.isChosen}
        isDisabled={props.isDisabled}
        onChange={(_event, isChosen) => props.onChoose(user.name, isChosen)}
      />
      {user.outcome?.status === 'failed' ? (
        <HelperText>
          <HelperTextItem variant="error">{user.outcome.message}</HelperTextItem>
        </HelperText>
      ) : null}
    </>
  );
};

const SettledUser = ({ user }: { user: UserToRestart }): ReactElement => (
  <HelperText>
    {user.outcome?.status === 'stopped' ? (
      <HelperTextItem>{words.stopped(user.displayName)}</HelperTextItem>
    ) : (
      <HelperTextItem variant="success">{words.restarts(user.displayName)}</HelperTextItem>
    )}
  </HelperText>
);
