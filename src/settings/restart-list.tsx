import {
  Checkbox,
  Content,
  HelperText,
  HelperTextItem,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import type { KeyUser } from '../bundle/key-users.ts';
import * as words from '../words/settings.ts';
import { isToRestart, type Restarts, type UserToRestart } from './use-restarts.ts';

/** The deployments that use a key: those to restart, with a checkbox, and what became of the others. */
export const RestartList = (
  props: Restarts & {
    /** Those that could not start again with the new key. */
    refused: readonly KeyUser[];
  },
): ReactElement => {
  const { users, choose, isRunning } = props;
  const waiting = users.filter(isToRestart);
  const isSomeRefused = waiting.some(({ name }) =>
    props.refused.some((user) => user.name === name),
  );
  return (
    <>
      {waiting.length > 0 ? (
        <Content component="p">{isSomeRefused ? words.restartSome : words.restartThem}</Content>
      ) : null}
      <div aria-live="polite">
        <Stack hasGutter>
          {stoppedLast(users).map((user) => (
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
};

/** What is said of a stopped one would read as a help for the checkbox above it. */
const stoppedLast = (users: readonly UserToRestart[]): UserToRestart[] =>
  users.toSorted((one, other) => Number(isStopped(one)) - Number(isStopped(other)));

const isStopped = ({ outcome }: UserToRestart): boolean => outcome?.status === 'stopped';

const WaitingUser = (props: {
  user: UserToRestart;
  isDisabled: boolean;
  onChoose: Restarts['choose'];
}): ReactElement => {
  const { user } = props;
  const id = useId();
  return (
    <Checkbox
      id={id}
      label={user.displayName}
      isChecked={user.isChosen}
      isDisabled={props.isDisabled}
      onChange={(_event, isChosen) => props.onChoose(user.name, isChosen)}
      body={
        user.outcome?.status === 'failed' ? (
          <HelperText>
            <HelperTextItem variant="error">{user.outcome.message}</HelperTextItem>
          </HelperText>
        ) : undefined
      }
    />
  );
};

const SettledUser = ({ user }: { user: UserToRestart }): ReactElement => (
  <HelperText>
    {isStopped(user) ? (
      <HelperTextItem>{words.stopped(user.displayName)}</HelperTextItem>
    ) : (
      <HelperTextItem variant="success">{words.restarts(user.displayName)}</HelperTextItem>
    )}
  </HelperText>
);
