import { Skeleton } from '@patternfly/react-core';
import type { ReactElement } from 'react';

/**
 * Below the first choice: what a new volume is asked for, and the other choice. As high as they are, in all
 * that PatternFly's form puts between them; on a phone sentences are longer.
 */
export const StoragePlaceholder = (): ReactElement => (
  <>
    <NewVolumePlaceholder />
    <Skeleton height="2.25rem" className="pf-v6-u-mt-lg" />
  </>
);

/** What a new volume is asked for. */
export const NewVolumePlaceholder = (): ReactElement => (
  <>
    {[0, 1, 2, 3].map((field) => (
      <div key={field} className="pf-v6-u-mt-lg">
        <Skeleton height="1.375rem" width="8rem" />
        <Skeleton height="2.25rem" className="pf-v6-u-mt-sm" />
        <Skeleton height="0.875rem" width="75%" className="pf-v6-u-mt-xs" />
        <Skeleton height="0.875rem" width="50%" className={`pf-v6-u-mt-xs ${ON_A_PHONE}`} />
      </div>
    ))}
  </>
);

const ON_A_PHONE = 'pf-v6-u-display-none-on-md';
