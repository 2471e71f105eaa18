import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { Stage } from './stage.ts';
import { countPlaywright, countVitest, type Counts } from './test-report.ts';

export interface StageOutcome {
  stage: Stage;
  counts: Counts;
  seconds: number;
  /** What went wrong, in a few words; undefined if nothing did. */
  problem?: string;
  /** Everything that the stage printed. */
  logFile: string;
}

export interface StageRun {
  /** Where reports and logs are written. */
  folder: string;
  timeLimitMs: number;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

const none: Counts = { passed: 0, failed: 0, skipped: 0, skippedTests: [] };
const oneFailed: Counts = { ...none, failed: 1 };

/** Runs a stage's commands until one fails, and counts what it came to. */
export const runStage = async (stage: Stage, run: StageRun): Promise<StageOutcome> => {
  const fileName = stage.name.replaceAll(' ', '-');
  const logFile = join(run.folder, `${fileName}.log`);
  const reportFile = join(run.folder, `${fileName}.json`);
  await mkdir(run.folder, { recursive: true });
  await Promise.all([logFile, reportFile].map((file) => rm(file, { force: true })));
  const started = performance.now();
  const problem = await runCommands(stage, { ...run, logFile, reportFile });
  const seconds = (performance.now() - started) / 1_000;
  const counted = await countsOf(stage, reportFile, problem);
  return { stage, seconds, logFile, ...counted };
};

/** A stage that cannot run because what it needs was not made. */
export const leftOut = (stage: Stage, missing: string, folder: string): StageOutcome => ({
  stage,
  seconds: 0,
  counts: oneFailed,
  problem: `left out, because ${missing} failed`,
  logFile: join(folder, `${stage.name.replaceAll(' ', '-')}.log`),
});

const runCommands = async (
  stage: Stage,
  run: StageRun & { logFile: string; reportFile: string },
): Promise<string | undefined> => {
  for (const command of stage.commands) {
    const { code, tooLong } = await runCommand([...command, ...reporting(stage, run.reportFile)], {
      ...run,
      environment: { ...run.environment, PLAYWRIGHT_JSON_OUTPUT_FILE: run.reportFile },
    });
    if (tooLong) {
      return `took longer than ${run.timeLimitMs / 60_000} minutes`;
    }
    if (code !== 0) {
      return code === null ? 'was ended' : `ended with code ${code}`;
    }
  }
  return undefined;
};

const reporting = ({ kind }: Stage, reportFile: string): string[] => {
  switch (kind) {
    case 'check':
      return [];
    case 'vitest':
      return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    case 'playwright':
      return ['--reporter=list,json'];
  }
};

/** The counts of the report; without a report, or if it hides the failure, the stage is one failure. */
const countsOf = async (
  { kind }: Stage,
  reportFile: string,
  problem: string | undefined,
): Promise<Pick<StageOutcome, 'counts' | 'problem'>> => {
  const withProblem = problem === undefined ? {} : { problem };
  if (kind === 'check') {
    return { counts: problem === undefined ? { ...none, passed: 1 } : oneFailed, ...withProblem };
  }
  try {
    const report: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    const counts = kind === 'vitest' ? countVitest(report) : countPlaywright(report);
    if (counts.passed + counts.failed + counts.skipped === 0) {
      return { counts: oneFailed, problem: 'found no tests' };
    }
    const failed = problem !== undefined && counts.failed === 0 ? 1 : counts.failed;
    return { counts: { ...counts, failed }, ...withProblem };
  } catch {
    return { counts: oneFailed, problem: `${problem ?? 'ended'}, without a report` };
  }
};
