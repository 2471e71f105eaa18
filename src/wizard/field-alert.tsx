import { Alert, type AlertProps } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import type { Wait } from '../apiKey/describe-wait.ts';
import { Countdown } from './countdown.tsx';

/** An alert among the fields of a form. Its title is no heading: only the host knows which level it would have. */
export const FieldAlert = ({
  children,
  wait,
  ...props
}: Omit<AlertProps, 'component' | 'isInline' | 'ref'> & {
  /** How long to wait, said after the rest. */
  wait?: Wait | undefined;
}): ReactElement => (
  <Alert {...props} isInline component="p">
    {wait ? (
      <>
        {children} <Countdown key={wait.until} wait={wait} />
      </>
    ) : (
      children
    )}
  </Alert>
);
