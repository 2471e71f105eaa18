import type { StageOutcome } from './run-stage.ts';
import type { Counts } from './test-report.ts';

const SKIPPED_SHOWN = 3;

/** A stage in one line: `unit: 137 passed (14 s)`. */
export const stageLine = ({ stage, counts, seconds, problem }: StageOutcome): string =>
  `${stage.name}: ${countsText(counts)} (${Math.round(seconds)} s)${problem === undefined ? '' : `: ${problem}`}`;

/** Why tests were skipped, a line for each stage that skipped any. */
export const skipLines = (
  outcomes: StageOutcome[],
  environment: Record<string, string | undefined>,
): string[] =>
  outcomes
    .filter(({ counts }) => counts.skipped > 0)
    .map(({ stage, counts: { skipped, skippedNames } }) => {
      const shown = skippedNames.slice(0, SKIPPED_SHOWN).join('; ');
      const named = `${shown}${skipped > SKIPPED_SHOWN ? '; …' : ''}`;
      return `${stage.name}: ${skipped} skipped: ${stage.skipReason?.(environment) ?? named}`;
    });

/** The last line: `N passed, N failed`, and `, N skipped` only if there are any. */
export const totalLine = (outcomes: StageOutcome[]): string => {
  const sum = (count: (counts: Counts) => number): number =>
    outcomes.reduce((total, { counts }) => total + count(counts), 0);
  const skipped = sum((counts) => counts.skipped);
  return `${sum((counts) => counts.passed)} passed, ${sum((counts) => counts.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
};

const countsText = ({ passed, failed, skipped }: Counts): string =>
  [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
