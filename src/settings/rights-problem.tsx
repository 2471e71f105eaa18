import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';

/** Nobody can tell what this person may do: nothing is offered then. */
export const RightsProblem = (props: { error: Error; onRetry: () => unknown }): ReactElement => (
  <FieldAlert
    variant="warning"
    title="What you may do with the key could not be looked up"
    actionLinks={<AlertActionLink onClick={() => void props.onRetry()}>Try again</AlertActionLink>}
  >
    {props.error.message}
  </FieldAlert>
);
