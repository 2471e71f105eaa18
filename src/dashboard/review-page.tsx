import type { ReactElement } from 'react';
import { previewObjects } from '../submit/preview/preview-objects.ts';
import { WhatIsCreated } from '../wizard/what-is-created.tsx';
import type { WizardState } from './host-contract.ts';
import { reviewedBundle } from './reviewed-bundle.ts';

/** What the review page shows of ours beyond what was entered; loaded when the page is shown. */
export interface ReviewPartProps {
  state: WizardState;
}

export const CreatedObjects = ({ state }: ReviewPartProps): ReactElement => (
  <WhatIsCreated readObjects={async () => previewObjects(await reviewedBundle(state))} />
);
