import type { StageOutcome } from './run-stage.ts';
import type { Counts, SkippedTest } from './test-report.ts';

const SKIPPED_SHOWN = 3;

type Environment = Record<string, string | undefined>;

/** A stage in one line: `unit: 137 passed (14 s)`. */
export const stageLine = ({ stage, counts, seconds, problem }: StageOutcome): string =>
  `${stage.name}: ${countsText(counts)} (${Math.round(seconds)} s)${problem === undefined ? '' : `: ${problem}`}`;

/** Why tests were skipped, a line for each stage that skipped any. */
export const skipLines = (outcomes: StageOutcome[], environment: Environment): string[] =>
  outcomes
    .filter(({ counts }) => counts.skipped > 0)
    .map(({ stage, counts: { skipped, skippedTests } }) => {
      const missing = Object.entries(stage.variables ?? {}).filter(([name]) => !environment[name]);
      const isOutside = ({ reasons }: SkippedTest): boolean =>
        missing.some(([name]) => reasons.some((reason) => reason.includes(name)));
      const outside = skippedTests.filter(isOutside);
      const others = skippedTests.filter((test) => !isOutside(test));
      const why = [
        ...(outside.length > 0 ? [{ number: outside.length, reason: notSet(missing) }] : []),
        ...statedReasons(others),
        ...unstatedReasons(others),
      ];
      const text =
        why.length === 1
          ? why[0]?.reason
          : why.map(({ number, reason }) => `${number}: ${reason}`).join('; ');
      return `${stage.name}: ${skipped} skipped: ${text}`;
    });

/** How many tests were skipped for one reason. */
interface Why {
  number: number;
  reason: string;
}

const notSet = (missing: [name: string, what: string][]): string =>
  `not set: ${missing.map(([name, what]) => `${name} (${what})`).join(', ')}`;

const statedReasons = (tests: SkippedTest[]): Why[] => {
  const numbers = new Map<string, number>();
  for (const { reasons } of tests.filter((test) => test.reasons.length > 0)) {
    const reason = reasons.join(', ');
    numbers.set(reason, (numbers.get(reason) ?? 0) + 1);
  }
  return [...numbers].map(([reason, number]) => ({ number, reason }));
};

/** What has no reason in the report is named instead, as far as there is room. */
const unstatedReasons = (tests: SkippedTest[]): Why[] => {
  const names = tests.filter(({ reasons }) => reasons.length === 0).map(({ name }) => name);
  if (names.length === 0) {
    return [];
  }
  const shown = names.slice(0, SKIPPED_SHOWN).join(', ');
  const more = names.length > SKIPPED_SHOWN ? ', …' : '';
  return [{ number: names.length, reason: `by a condition of their own (${shown}${more})` }];
};

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
