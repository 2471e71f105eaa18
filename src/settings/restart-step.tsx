import { Content, ModalBody, Stack, StackItem } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { ModalButtons } from './modal-buttons.tsx';
import { RestartList } from './restart-list.tsx';
import { useFocusCaught } from './use-focus-caught.ts';
import { isToRestart, type Restarts } from './use-restarts.ts';

/** After the project's key is another: whose pods still have the old one, and their restart. */
export const RestartStep = (props: {
  /** What is left to do for the key itself. */
  warning: string | undefined;
  /** Why nobody can tell which deployments use it. */
  error: Error | null;
  restarts: Restarts;
  onClose: () => void;
}): ReactElement => {
  const { warning, error, restarts } = props;
  const place = useFocusCaught<HTMLDivElement>(restarts.isRunning);
  return (
    <>
      <ModalBody>
        <div ref={place} tabIndex={-1}>
          <Stack hasGutter>
            {warning === undefined ? null : (
              <FieldAlert variant="warning" title="One thing is left to do">
                {warning}
              </FieldAlert>
            )}
            <StackItem>
              {error ? (
                <Content component="p">
                  Which deployments use it is not known: {error.message} They go on with the old key
                  until they start next.
                </Content>
              ) : (
                <RestartList {...restarts} />
              )}
            </StackItem>
          </Stack>
        </div>
      </ModalBody>
      <RestartButtons {...props} />
    </>
  );
};

const RestartButtons = (props: { restarts: Restarts; onClose: () => void }): ReactElement => {
  const { users, isRunning, run } = props.restarts;
  const waiting = users.filter(isToRestart);
  const isTriedAgain = waiting.some(({ outcome }) => outcome !== undefined);
  return (
    <ModalButtons
      action={
        waiting.length === 0
          ? undefined
          : {
              label: isTriedAgain ? 'Try again' : 'Restart',
              isDisabled: !waiting.some(({ isChosen }) => isChosen),
              isRunning,
              run,
            }
      }
      leave={{
        label: waiting.length === 0 || isTriedAgain ? 'Done' : 'Not now',
        isRunning,
        onClick: props.onClose,
      }}
    />
  );
};
