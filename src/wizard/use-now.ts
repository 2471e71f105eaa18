import { useEffect, useState } from 'react';

/**
 * The time, anew each second until a wait is over. A page in the background may have slept meanwhile.
 *
 * @param until in milliseconds since 1970; undefined where nobody has to wait
 */
export const useNow = (until = 0): number => {
  const [now, setNow] = useState(Date.now);
  const isOver = now >= until;
  useEffect(() => {
    if (isOver) {
      return undefined;
    }
    const look = (): void => setNow(Date.now());
    // A wait may begin long after the component has come.
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [isOver]);
  return now;
};

/** Whether a wait is not over yet. */
export const useIsWaiting = (until = 0): boolean => useNow(until) < until;
