/** For a story that puts the clock on: it is right again when the story is left. */
export const ownClock = (): (() => void) => {
  const clock = Date;
  const { now } = clock;
  return () => {
    clock.now = now;
  };
};

/** Puts the clock on by so many seconds, where it stays. Storybook's own spies look at the clock themselves. */
export const putClockOn = (seconds: number): void => {
  const then = Date.now() + seconds * 1000;
  Date.now = () => then;
};
