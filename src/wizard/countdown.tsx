import { type ReactElement, useState } from 'react';
import { describeWait, type Wait } from '../apiKey/describe-wait.ts';
import { useNow } from './use-now.ts';

/**
 * Counts a wait down for who sees it. In a live region every change is read out: who hears it is told how
 * long the wait is, and nothing until it is over.
 */
export const Countdown = ({ wait }: { wait: Wait }): ReactElement => {
  const [begun] = useState(Date.now);
  const now = useNow(wait.until);
  return (
    <>
      <span aria-hidden="true">{describeWait(wait, now)}</span>
      <span className="pf-v6-screen-reader">{describeWait(wait, begun)}</span>
    </>
  );
};
