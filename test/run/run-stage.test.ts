import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftOut, runStage, type StageOutcome } from './run-stage.ts';
import type { Stage } from './stage.ts';
import { skipLines, stageLine, totalLine } from './summary.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nim-stages-'));
});
afterAll(() => rm(folder, { recursive: true }));

const script = (code: string): string[] => [process.execPath, '-e', code];

const ran = (
  stage: Partial<Stage>,
  { timeLimitMs = 20_000, signal = new AbortController().signal } = {},
): Promise<StageOutcome> =>
  runStage(
    { name: 'a stage', kind: 'check', commands: [script('')], ...stage },
    { folder, timeLimitMs, environment: process.env, signal },
  );

/** A stand-in for vitest that writes a report to where it was told to, and exits. */
const reporting = (report: object, code: number): Partial<Stage> => ({
  kind: 'vitest',
  commands: [
    [
      process.execPath,
      '--eval',
      `const at = process.argv.at(-1).split('=').at(-1);
       require('fs').writeFileSync(at, ${JSON.stringify(JSON.stringify(report))});
       process.exit(${code});`,
      '--',
    ],
  ],
});

const onePassed = {
  success: true,
  testResults: [
    { name: 'a', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'a' }] },
  ],
};

describe('a stage', () => {
  it('that is a check counts one', async () => {
    expect((await ran({})).counts).toMatchObject({ passed: 1, failed: 0 });
  });

  it('fails with its command, and does not run the next', async () => {
    const outcome = await ran({ commands: [script('process.exit(3)'), script('console.log(4)')] });
    expect(outcome).toMatchObject({ counts: { failed: 1 }, problem: 'ended with code 3' });
    expect(await readFile(outcome.logFile, 'utf8')).toBe('');
  });

  it('keeps what it printed', async () => {
    const outcome = await ran({
      commands: [script('console.log("out")'), script('console.error("err")')],
    });
    expect(await readFile(outcome.logFile, 'utf8')).toBe('out\nerr\n');
  });

  it('fails when there is no such program', async () => {
    const outcome = await ran({ commands: [['no-such-program-at-all']] });
    expect(outcome.counts.failed).toBe(1);
    expect(await readFile(outcome.logFile, 'utf8')).toContain('no-such-program-at-all');
  });

  it('is ended, with all that it started, when it takes too long', async () => {
    const nested = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
    const outcome = await ran({ commands: [script(nested)] }, { timeLimitMs: 500 });
    expect(outcome.problem).toContain('took longer');
    expect(outcome.seconds).toBeLessThan(5);
  });

  it('is ended when the run is interrupted', async () => {
    const outcome = await ran(
      { commands: [script('setInterval(() => {}, 1000)')] },
      { signal: AbortSignal.timeout(300) },
    );
    expect(outcome.problem).toBe('was ended');
  });

  it('that reports tests counts them', async () => {
    expect((await ran(reporting(onePassed, 0))).counts).toMatchObject({ passed: 1, failed: 0 });
  });

  it('is not green when its report is but its exit code is not', async () => {
    expect((await ran(reporting(onePassed, 1))).counts).toMatchObject({ passed: 1, failed: 1 });
  });

  it('is not green when it found no tests', async () => {
    const outcome = await ran(reporting({ success: true, testResults: [] }, 0));
    expect(outcome).toMatchObject({ counts: { failed: 1 }, problem: 'found no tests' });
  });

  it('is not green without a report', async () => {
    const outcome = await ran({ kind: 'vitest', commands: [[...script(''), '--']] });
    expect(outcome).toMatchObject({ counts: { failed: 1 }, problem: 'ended, without a report' });
  });
});

const outcome = (counts: Partial<StageOutcome['counts']>): StageOutcome => ({
  stage: { name: 'unit', kind: 'vitest', commands: [] },
  counts: { passed: 0, failed: 0, skipped: 0, skippedTests: [], ...counts },
  seconds: 1.4,
  logFile: '',
});

const skipping = (variables: Record<string, string>, ...tests: [string, ...string[]][]) => {
  const { stage, ...rest } = outcome({
    skipped: tests.length,
    skippedTests: tests.map(([name, ...reasons]) => ({ name, reasons })),
  });
  return { ...rest, stage: { ...stage, variables } };
};

describe('the summary', () => {
  it('ends with what passed and failed', () => {
    expect(totalLine([outcome({ passed: 2 }), outcome({ passed: 3, failed: 1 })])).toBe(
      '5 passed, 1 failed',
    );
  });

  it('names skipped tests only when there are any', () => {
    expect(totalLine([outcome({ passed: 2, skipped: 4 })])).toBe('2 passed, 0 failed, 4 skipped');
  });

  it('says nothing of stages that skipped nothing', () => {
    expect(skipLines([outcome({ passed: 1 })], {})).toEqual([]);
  });

  it('names what was skipped if only the tests know why', () => {
    expect(skipLines([skipping({}, ['a'], ['b'], ['c'], ['d'])], {})).toEqual([
      'unit: 4 skipped: by a condition of their own (a, b, c, …)',
    ]);
  });

  it('says what is not set as well as the reasons that tests have besides', () => {
    const skipped = skipping(
      { SERVER: 'a real server', SCHEMAS: 'its schemas' },
      ['a', 'SERVER is not set'],
      ['b', 'SERVER is not set, there is no kubectl', 'SCHEMAS is not set'],
      ['c', 'there is no kubectl'],
      ['d', 'there is no kubectl'],
      ['e'],
    );
    expect(skipLines([skipped], {})).toEqual([
      'unit: 5 skipped: 2: not set: SERVER (a real server), SCHEMAS (its schemas); 2: there is no kubectl; 1: by a condition of their own (e)',
    ]);
  });

  it('blames no variable that is set, nor one that is empty on tests that do not name it', () => {
    const skipped = skipping({ SERVER: 'a real server' }, ['a', 'SERVER is too old'], ['b']);
    expect(skipLines([skipped], { SERVER: 'here' })).toEqual([
      'unit: 2 skipped: 1: SERVER is too old; 1: by a condition of their own (b)',
    ]);
    expect(skipLines([skipping({ SERVER: 'a real server' }, ['b'])], { SERVER: '' })).toEqual([
      'unit: 1 skipped: by a condition of their own (b)',
    ]);
  });

  it('says in a line what a stage came to', () => {
    expect(stageLine(outcome({ passed: 2, skipped: 1 }))).toBe('unit: 2 passed, 1 skipped (1 s)');
    const missing = leftOut({ name: 'size', kind: 'check', commands: [] }, 'build', '');
    expect(stageLine(missing)).toBe(
      'size: 0 passed, 1 failed (0 s): left out, because build failed',
    );
  });
});
