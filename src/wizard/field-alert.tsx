import { Alert, type AlertProps } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { describeEnd, type Wait } from '../apiKey/describe-wait.ts';
import { Countdown } from './countdown.tsx';
import { useIsWaiting } from './use-now.ts';

/** An alert among the fields of a form. Its title is no heading: only the host knows which level it would have. */
export const FieldAlert = ({
  children,
  wait,
  ...props
}: Omit<AlertProps, 'component' | 'isInline' | 'ref'> & {
  /** How long to wait, said after the rest. Once it is over, only that is said: the rest was of before. */
  wait?: Wait | undefined;
}): ReactElement => {
  const isWaiting = useIsWaiting(wait?.until);
  const end = wait && !isWaiting ? { title: describeEnd(wait), variant: 'info' as const } : {};
  return (
    <Alert {...props} {...end} isInline component="p">
      {wait
        ? isWaiting && (
            <>
              {children} <Countdown key={wait.until} wait={wait} />
            </>
          )
        : children}
    </Alert>
  );
};
