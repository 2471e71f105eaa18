import { Content, Stack, StackItem } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { KeyUser } from '../bundle/key-users.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';
import { tryAgain } from '../words/again.ts';
import { ModalButtons } from './modal-buttons.tsx';
import { ModalContent } from './modal-content.tsx';
import { RefusedPulls } from '../wizard/key/refused-pulls.tsx';
import { RestartList } from './restart-list.tsx';
import { useFocusCaught } from './use-focus-caught.ts';
import { isToRestart, type Restarts } from './use-restarts.ts';

/** After the project's key is another: whose pods still have the old one, and their restart. */
export const RestartStep = (props: {
  /** What is left to do for the key itself. */
  warning: string | undefined;
  /** Why nobody can tell which deployments use it. */
  error: Error | null;
  /** Nobody knows yet which deployments use it. */
  isLooking: boolean;
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
            <StackItem>
              <Restartable {...props} />
            </StackItem>
          </Stack>
        </div>
      </ModalContent>
      <RestartButtons {...props} />
    </>
  );
};

/** Whom to restart, as far as that is known. */
const Restartable = (props: {
  error: Error | null;
  isLooking: boolean;
  restarts: Restarts;
}): ReactElement => {
  if (props.error) {
    return <Content component="p">{words.restartsNotKnown(props.error.message)}</Content>;
  }
  return props.isLooking ? (
    <Content component="p">{words.lookingForThem}</Content>
  ) : (
    <RestartList {...props.restarts} />
  );
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
