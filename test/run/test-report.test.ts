import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './test-report.ts';

const vitestFile = (
  status: 'passed' | 'failed',
  ...tests: ('passed' | 'failed' | 'pending' | 'skipped' | 'todo')[]
): object => ({
  name: 'some.test.ts',
  status,
  assertionResults: tests.map((test, index) => ({ status: test, fullName: ` test ${index}` })),
});

const vitest = (success: boolean, ...testResults: object[]): object => ({ success, testResults });

describe("vitest's report", () => {
  it('counts the tests of all files', () => {
    const report = vitest(
      false,
      vitestFile('passed', 'passed', 'passed', 'pending', 'todo'),
      vitestFile('failed', 'passed', 'failed'),
    );
    expect(countVitest(report)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
      skippedTests: [
        { name: 'test 2', reasons: [] },
        { name: 'test 3', reasons: [] },
      ],
    });
  });

  it('reads the reasons of skipped tests from their names', () => {
    const fullName = 'all (skipped: no server) of it (skipped: A is not set, no tool) works';
    const assertionResults = [{ status: 'skipped', fullName }];
    const report = vitest(true, { name: 'some.test.ts', status: 'passed', assertionResults });
    expect(countVitest(report).skippedTests).toEqual([
      { name: fullName, reasons: ['no server', 'A is not set, no tool'] },
    ]);
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const report = vitest(false, vitestFile('passed', 'passed'), vitestFile('failed'));
    expect(countVitest(report)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run that failed outside of its tests as a failure', () => {
    const report = vitest(false, vitestFile('passed', 'passed'));
    expect(countVitest(report)).toMatchObject({ passed: 1, failed: 1 });
  });
});

const spec = (title: string, status: string, annotations: object[] = []): object => ({
  title,
  tests: [{ status, annotations }],
});

describe("Playwright's report", () => {
  it('counts the tests of nested suites', () => {
    const report = {
      errors: [],
      suites: [
        {
          specs: [spec('one', 'expected')],
          suites: [{ specs: [spec('two', 'unexpected'), spec('three', 'skipped')] }],
        },
      ],
    };
    expect(countPlaywright(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      skippedTests: [{ name: 'three', reasons: [] }],
    });
  });

  it('reads the reasons of skipped tests from their annotations', () => {
    const annotations = [{ type: 'skip', description: 'no touch screen' }, { type: 'issue' }];
    const report = { errors: [], suites: [{ specs: [spec('one', 'skipped', annotations)] }] };
    expect(countPlaywright(report).skippedTests).toEqual([
      { name: 'one', reasons: ['no touch screen'] },
    ]);
  });

  it('takes a flaky test for a failed one', () => {
    const report = { errors: [], suites: [{ specs: [spec('one', 'flaky')] }] };
    expect(countPlaywright(report)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts an error outside of any test as a failure', () => {
    expect(countPlaywright({ errors: [{ message: 'no' }], suites: [] })).toMatchObject({
      failed: 1,
    });
  });
});
