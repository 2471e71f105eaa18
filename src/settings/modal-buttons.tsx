import { Button, ModalFooter } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { Running } from './use-running.ts';

/**
 * The buttons of a modal: what it does, if there is still something to do, and how to leave it. While
 * something is done it cannot be left; the buttons keep the focus, which disabled ones would lose.
 */
export const ModalButtons = (props: {
  action:
    (Running & { label: string; variant?: 'primary' | 'danger'; isDisabled: boolean }) | undefined;
  leave: { label: string; isRunning: boolean; onClick: () => void };
}): ReactElement => {
  const { action, leave } = props;
  return (
    <ModalFooter>
      {action ? (
        <Button
          variant={action.variant ?? 'primary'}
          isDisabled={action.isDisabled}
          isLoading={action.isRunning}
          isAriaDisabled={action.isRunning}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ) : null}
      <Button
        variant={action ? 'link' : 'primary'}
        isAriaDisabled={leave.isRunning}
        onClick={leave.onClick}
      >
        {leave.label}
      </Button>
    </ModalFooter>
  );
};
