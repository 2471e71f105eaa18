import { type ReactElement, Suspense } from 'react';
import { lazyOr } from '../lazy-or.ts';
import type { ReplacedKeyUsersProps } from './replaced-key-users.tsx';

/** It is advice, and holds nobody up. */
const Nothing = (): null => null;

const Loaded = lazyOr<ReplacedKeyUsersProps>(
  async () => (await import('./replaced-key-users.tsx')).ReplacedKeyUsers,
  Nothing,
);

/** Whom a replaced key would stop: a file of its own, since few replace a key while they deploy. */
export const ReplacedKeyUsers = (props: ReplacedKeyUsersProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
