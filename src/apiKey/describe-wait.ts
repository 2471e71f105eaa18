import { counted } from '../words/language.ts';

/** Something that can be done again once a person has waited. */
export interface Wait {
  /** In milliseconds since 1970. */
  until: number;
  /** What can be done then: `try again` */
  action: string;
}

/** How many seconds a wait lasts yet; zero once it is over. */
export const secondsLeft = ({ until }: Wait, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1000));

/** In seconds: from here on nobody counts them. */
const LONG = 120;

/** What can be done once a wait is over: `You can try again now` */
export const describeEnd = ({ action }: Wait): string => `You can ${action} now`;

/** How long to wait, and what for: `Wait 42 seconds, then try again.` */
export const describeWait = (wait: Wait, now: number): string => {
  const seconds = secondsLeft(wait, now);
  if (seconds === 0) {
    return `${describeEnd(wait)}.`;
  }
  const time =
    seconds < LONG
      ? counted(seconds, { one: (n) => `${n} second`, other: (n) => `${n} seconds` })
      : counted(Math.ceil(seconds / 60), {
          one: (n) => `${n} minute`,
          other: (n) => `${n} minutes`,
        });
  return `Wait ${time}, then ${wait.action}.`;
};
