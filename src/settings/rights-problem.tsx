import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';
import { tryAgain } from '../words/again.ts';

/** Nobody can tell what this person may do: nothing is offered then. */
export const RightsProblem = (props: { error: Error; onRetry: () => unknown }): ReactElement => (
  <FieldAlert
    variant="warning"
    title={words.rightsNotLookedUp}
    actionLinks={<AlertActionLink onClick={() => void props.onRetry()}>{tryAgain}</AlertActionLink>}
  >
    {props.error.message}
  </FieldAlert>
);
