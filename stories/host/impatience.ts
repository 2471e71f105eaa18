import { usualPatience } from '../../src/submit/run/patience.ts';

const SOON_MS = 200;

/** For a cluster that never answers: what waits for that long gives up soon, until the story is left. */
export const impatience = (): (() => void) => {
  const usual = window.setTimeout;
  const soon = (handler: TimerHandler, ms?: number, ...given: unknown[]): number =>
    usual(handler, ms === usualPatience.answer ? SOON_MS : ms, ...given);
  window.setTimeout = soon as typeof window.setTimeout;
  return () => {
    window.setTimeout = usual;
  };
};
