import { type ReactElement, useEffect, useState } from 'react';
import { describeWait, secondsLeft, type Wait } from '../apiKey/describe-wait.ts';

/**
 * Counts a wait down for who sees it. In a live region every change is read out: who hears it is told how
 * long the wait is, and when it is over.
 */
export const Countdown = ({ wait }: { wait: Wait }): ReactElement => {
  const [begun] = useState(Date.now);
  const now = useSecondsOf(wait, begun);
  const isOver = secondsLeft(wait, now) === 0;
  return (
    <>
      <span aria-hidden="true">{describeWait(wait, now)}</span>
      <span className="pf-v6-u-screen-reader">{describeWait(wait, isOver ? now : begun)}</span>
    </>
  );
};

/** The time, anew each second until a wait is over. A page in the background may have slept meanwhile. */
const useSecondsOf = (wait: Wait, begun: number): number => {
  const [now, setNow] = useState(begun);
  const isOver = secondsLeft(wait, now) === 0;
  useEffect(() => {
    if (isOver) {
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isOver]);
  return now;
};
