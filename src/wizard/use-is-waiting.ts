import { useEffect, useState } from 'react';
import type { Wait } from '../apiKey/describe-wait.ts';

/** Whether a wait lasts yet. It is looked at each second: a page in the background may have slept meanwhile. */
export const useIsWaiting = (wait: Pick<Wait, 'until'> | undefined): boolean => {
  const [over, setOver] = useState<number>();
  const until = wait?.until;
  const isWaiting = until !== undefined && until !== over;
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const timer = setInterval(() => (Date.now() < until ? undefined : setOver(until)), 1000);
    return () => clearInterval(timer);
  }, [isWaiting, until]);
  return isWaiting;
};
