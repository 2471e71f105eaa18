import { Skeleton } from '@patternfly/react-core';
import type { ReactElement } from 'react';

/** The help below the field, and what does not fit beside it on a phone. */
export const KeyFormPlaceholder = (): ReactElement => (
  <>
    <Skeleton height="2.25rem" className="pf-v6-u-mt-xs pf-v6-u-display-none-on-md" />
    <Skeleton height="1rem" width="60%" className="pf-v6-u-mt-xs" />
    <Skeleton height="1rem" width="60%" className="pf-v6-u-mt-xs pf-v6-u-display-none-on-md" />
  </>
);
