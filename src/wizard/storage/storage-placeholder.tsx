import { Skeleton } from '@patternfly/react-core';
import type { ReactElement } from 'react';

/** Below its first line: what a new volume is asked for, and the other choice; on a phone sentences are longer. */
export const StoragePlaceholder = (): ReactElement => (
  <>
    <Skeleton height="30.25rem" className="pf-v6-u-mt-sm" />
    <Skeleton height="4rem" className="pf-v6-u-mt-sm pf-v6-u-display-none-on-md" />
  </>
);
