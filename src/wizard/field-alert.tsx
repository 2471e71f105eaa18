import { Alert, type AlertProps } from '@patternfly/react-core';
import type { ReactElement } from 'react';

/** An alert among the fields of a form. Its title is no heading: only the host knows which level it would have. */
export const FieldAlert = (
  props: Omit<AlertProps, 'component' | 'isInline' | 'ref'>,
): ReactElement => <Alert {...props} isInline component="p" />;
