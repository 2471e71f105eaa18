import { z } from 'zod';

/** What a stage came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  skippedTests: SkippedTest[];
}

export interface SkippedTest {
  name: string;
  /** Why, as far as the report says so; empty if only the test's code knows. */
  reasons: string[];
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
    skippedTests: skipped.map(({ fullName }) => ({
      name: fullName.trim(),
      reasons: reasonsInName(fullName),
    })),
  };
};

/** Vitest's report has no reasons, so our suites carry theirs in their names: `… (skipped: no kubectl)`. */
const reasonsInName = (fullName: string): string[] =>
  [...fullName.matchAll(/\(skipped: ([^)]+)\)/g)].flatMap(([, reason]) => reason ?? []);

interface PlaywrightTest {
  status: string;
  annotations: { type: string; description?: string | undefined }[];
}

interface PlaywrightSuite {
  specs: { title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[] | undefined;
}

const playwrightTest = z.object({
  status: z.string(),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
});

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ title: z.string(), tests: z.array(playwrightTest) })),
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
    skippedTests: skipped.map(({ title, annotations }) => ({
      name: title,
      reasons: annotations.flatMap(({ type, description }) =>
        type === 'skip' && description !== undefined ? [description] : [],
      ),
    })),
  };
};

const testsOf = ({ specs, suites }: PlaywrightSuite): (PlaywrightTest & { title: string })[] => [
  ...specs.flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test }))),
  ...(suites ?? []).flatMap(testsOf),
];
