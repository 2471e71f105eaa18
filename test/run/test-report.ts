import { z } from 'zod';

/** What a stage came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of what was skipped. */
  skippedNames: string[];
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
  success: z.boolean(),
});

/** Counts vitest's JSON report. A file that could not even be loaded counts as one failure. */
export const countVitest = (report: unknown): Counts => {
  const { testResults, success } = vitestReport.parse(report);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => !['passed', 'failed'].includes(status));
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = failedTests + brokenFiles;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    // An error outside any test (an unhandled rejection) fails the run without failing a test.
    failed: failed === 0 && !success ? 1 : failed,
    skipped: skipped.length,
    skippedNames: skipped.map(({ fullName }) => fullName.trim()),
  };
};

interface PlaywrightSuite {
  specs: { title: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[] | undefined;
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) }),
    ),
    suites: z.array(playwrightSuite).optional(),
  }),
);

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.unknown()),
});

/** Counts Playwright's JSON report. An error outside any test counts as one failure; so does a flaky test. */
export const countPlaywright = (report: unknown): Counts => {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites.flatMap(testsOf);
  const skipped = tests.filter(({ status }) => status === 'skipped');
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed:
      tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length +
      errors.length,
    skipped: skipped.length,
    skippedNames: skipped.map(({ title }) => title),
  };
};

const testsOf = ({ specs, suites }: PlaywrightSuite): { title: string; status: string }[] => [
  ...specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status }))),
  ...(suites ?? []).flatMap(testsOf),
];
