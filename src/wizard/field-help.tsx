import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';

/** The line under a form control: help, or what is wrong with its value. */
export const FieldHelp = (props: {
  id?: string;
  variant?: 'default' | 'success' | 'warning' | 'error';
  children: ReactNode;
}): ReactElement => (
  <FormHelperText>
    <HelperText
      {...(props.id ? { id: props.id } : {})}
      className="pf-v6-u-text-break-word"
      isLiveRegion={props.variant !== undefined}
    >
      <HelperTextItem variant={props.variant ?? 'default'}>{props.children}</HelperTextItem>
    </HelperText>
  </FormHelperText>
);
