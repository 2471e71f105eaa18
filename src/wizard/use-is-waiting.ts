import { useEffect, useState } from 'react';

/**
 * Whether a point in time is still to come; asked each second, since a page in the background may have slept.
 *
 * @param until in milliseconds since 1970; undefined where nobody has to wait
 */
export const useIsWaiting = (until = 0): boolean => {
  const [now, setNow] = useState(Date.now);
  const isWaiting = until > now;
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const look = (): void => (Date.now() < until ? undefined : setNow(Date.now()));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [isWaiting, until]);
  return isWaiting;
};
