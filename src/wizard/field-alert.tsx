import { Alert, type AlertProps } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { describeWaited, type Wait } from '../apiKey/describe-wait.ts';
import { Countdown } from './countdown.tsx';
import { useIsWaiting } from './use-is-waiting.ts';

/**
 * An alert among the fields of a form. Its title is no heading: only the host knows which level it would have.
 * One that has nothing to say but how long to wait says, once that is over, what can be done.
 */
export const FieldAlert = ({
  children,
  wait,
  ...props
}: Omit<AlertProps, 'component' | 'isInline' | 'ref'> & {
  /** How long to wait, said after the rest. */
  wait?: Wait | undefined;
}): ReactElement => {
  const isWaiting = useIsWaiting(children ? undefined : wait);
  if (wait && !children && !isWaiting) {
    return <Alert {...props} variant="info" title={describeWaited(wait)} isInline component="p" />;
  }
  return (
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
};
