import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import type { ReplacedKeyUsersProps } from './replaced-key-users.tsx';

const Loaded = lazy(async (): Promise<{ default: ComponentType<ReplacedKeyUsersProps> }> => {
  try {
    return { default: (await import('./replaced-key-users.tsx')).ReplacedKeyUsers };
  } catch {
    // It is advice, and holds nobody up.
    return { default: () => null };
  }
});

/** Whom a replaced key would stop: a file of its own, since few replace a key while they deploy. */
export const ReplacedKeyUsers = (props: ReplacedKeyUsersProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
