import { FormGroup, Skeleton } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';

/** The shape of a field that is not there yet, and has to be filled in as every one that is loaded. */
export const FieldPlaceholder = (props: {
  label: string;
  /** Said to who does not see the placeholder. */
  loadingText: string;
  /** What stands below the field's first line. */
  children: ReactNode;
}): ReactElement => (
  <FormGroup label={props.label} isRequired>
    <Skeleton height="2.25rem" screenreaderText={props.loadingText} />
    {props.children}
  </FormGroup>
);
