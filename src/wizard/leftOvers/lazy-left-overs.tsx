import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import type { LeftOversProps } from './left-overs.tsx';

const Loaded = lazy(async (): Promise<{ default: ComponentType<LeftOversProps> }> => {
  try {
    return { default: (await import('./left-overs.tsx')).LeftOvers };
  } catch {
    // The next wizard looks for them again: nobody waits for them here.
    return { default: () => null };
  }
});

/** What submissions have left: a file of its own, since a person does not wait for it. */
export const LeftOvers = (props: LeftOversProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
