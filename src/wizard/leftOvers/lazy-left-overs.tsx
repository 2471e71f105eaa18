import { type ReactElement, Suspense } from 'react';
import { lazyOr } from '../lazy-or.ts';
import type { LeftOversProps } from './left-overs.tsx';

/** The next wizard looks for them again: nobody waits for them here. */
const Nothing = (): null => null;

const Loaded = lazyOr<LeftOversProps>(
  async () => (await import('./left-overs.tsx')).LeftOvers,
  Nothing,
);

/** What submissions have left: a file of its own, since a person does not wait for it. */
export const LeftOvers = (props: LeftOversProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
