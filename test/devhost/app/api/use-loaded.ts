import { useCallback, useEffect, useState } from 'react';

/** The state of something that is being fetched. */
export type Loaded<Data> =
  { status: 'loading' } | { status: 'loaded'; data: Data } | { status: 'failed'; message: string };

/**
 * Fetches when shown and whenever `load` changes (keep it stable), and again on `reload`.
 * While it reloads, the earlier data stays.
 */
export const useLoaded = <Data>(load: () => Promise<Data>): [Loaded<Data>, () => void] => {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ status: 'loading' });
  const run = useCallback(() => {
    let isCurrent = true;
    const set = (next: Loaded<Data>) => (isCurrent ? setLoaded(next) : undefined);
    load().then(
      (data) => set({ status: 'loaded', data }),
      (error: unknown) =>
        set({ status: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load]);
  useEffect(run, [run]);
  return [loaded, run];
};
