import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { KeyAction } from '../apiKey/key-actions.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';

/** A replacement has left the previous key in the Secrets; who may, removes it here. */
export const UnfinishedKey = (props: {
  /** Undefined for who may not. */
  onTidyUp: (() => void) | undefined;
  running: KeyAction | undefined;
}): ReactElement => {
  const { onTidyUp, running } = props;
  return (
    <FieldAlert
      variant="warning"
      title={words.unfinished}
      actionLinks={
        onTidyUp ? (
          <AlertActionLink
            isLoading={running === 'tidyUp'}
            isAriaDisabled={running !== undefined}
            onClick={onTidyUp}
          >
            {words.removePrevious}
          </AlertActionLink>
        ) : undefined
      }
    >
      {words.previousKeyLeft}
    </FieldAlert>
  );
};
