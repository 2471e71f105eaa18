import { Content, Stack } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { KeyUser } from '../bundle/key-users.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';
import { tryAgain } from '../words/again.ts';
import type { KeyUsers } from './key-users.ts';
import { ModalButtons } from './modal-buttons.tsx';
import { ModalContent } from './modal-content.tsx';
import { RefusedPulls } from '../wizard/key/refused-pulls.tsx';
import { RestartList } from './restart-list.tsx';
import { useFocusCaught } from './use-focus-caught.ts';
import { UsersSentence } from './users-sentence.tsx';
import { isToRestart, type Restarts } from './use-restarts.ts';

/** After the project's key is another: whose pods still have the old one, and their restart. */
export const RestartStep = (props: {
  /** What is left to do for the key itself. */
  warning: string | undefined;
  /** Who uses it, as far as that is known. */
  users: KeyUsers;
  /** Those that could not pull their image with the new key. */
  refused: readonly KeyUser[];
  restarts: Restarts;
  onClose: () => void;
}): ReactElement => {
  const { warning, restarts } = props;
  const place = useFocusCaught<HTMLDivElement>(restarts.isRunning);
  return (
    <>
      <ModalContent>
        <div ref={place} tabIndex={-1}>
          <Stack hasGutter>
            {warning === undefined ? null : (
              <FieldAlert variant="warning" title={words.oneThingLeft}>
                {warning}
              </FieldAlert>
            )}
            {restarts.problem === undefined ? null : (
              <FieldAlert variant="danger" title={words.unexpected} isLiveRegion>
                {restarts.problem}
              </FieldAlert>
            )}
            <RefusedPulls users={props.refused} />
            <Restartable {...props} />
          </Stack>
        </div>
      </ModalContent>
      <RestartButtons {...props} />
    </>
  );
};

/** Whom to restart, as far as that is known. */
const Restartable = (props: {
  users: KeyUsers;
  refused: readonly KeyUser[];
  restarts: Restarts;
}): ReactElement => {
  const { users } = props;
  return users.data && users.data.length > 0 && !users.isLooking && !users.error ? (
    <RestartList {...props.restarts} refused={props.refused} />
  ) : (
    <Content component="p">
      <UsersSentence users={users}>{describeUsers(users)}</UsersSentence>
    </Content>
  );
};

const describeUsers = ({ data, error, isLooking }: KeyUsers): string => {
  if (error) {
    return words.restartsNotKnown(error.message);
  }
  return isLooking || !data ? words.lookingForThem : words.nothingBreaks;
};

const RestartButtons = (props: { restarts: Restarts; onClose: () => void }): ReactElement => {
  const { users, isRunning, run } = props.restarts;
  const waiting = users.filter(isToRestart);
  const isTriedAgain = waiting.some(({ outcome }) => outcome !== undefined);
  const isBegun = users.some(({ outcome }) => outcome?.status === 'restarted');
  const isChosen = waiting.some((user) => user.isChosen);
  // A button that is switched off under a person's hand would take the focus with it.
  const isOver = waiting.length === 0 || (isBegun && !isChosen);
  return (
    <ModalButtons
      action={
        isOver
          ? undefined
          : {
              label: isTriedAgain ? tryAgain : words.restart,
              isDisabled: !isChosen,
              isRunning,
              run,
            }
      }
      leave={{
        label: isOver || isTriedAgain ? words.done : words.notNow,
        isRunning,
        onClick: props.onClose,
      }}
    />
  );
};
