import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { leftOut, runStage, type StageOutcome } from './run-stage.ts';
import { stages, type Stage } from './stage.ts';
import { skipLines, stageLine, totalLine } from './summary.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'build', 'test-reports');
const LIMIT_MINUTES = 10;

/** `npm test` runs all stages; `npm test -- types unit` only those. */
const chosen = (names: string[]): Stage[] => {
  const strange = names.find((name) => !stages.some((stage) => stage.name === name));
  if (strange !== undefined) {
    const known = stages.map(({ name }) => `"${name}"`).join(', ');
    console.error(`There is no stage "${strange}". Stages: ${known}.`);
    process.exit(2);
  }
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name));
};

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => interrupted.abort());
}

const environment = { ...process.env, CI: '1', NO_COLOR: '1', FORCE_COLOR: undefined };
const outcomes: StageOutcome[] = [];
for (const stage of chosen(process.argv.slice(2))) {
  const missing = outcomes.find(
    ({ stage: { name }, counts }) => stage.needs?.includes(name) === true && counts.failed > 0,
  );
  const outcome =
    missing === undefined
      ? await runStage(stage, {
          folder,
          timeLimitMs: (stage.limitMinutes ?? LIMIT_MINUTES) * 60_000,
          environment,
          signal: interrupted.signal,
        })
      : leftOut(stage, missing.stage.name, folder);
  if (interrupted.signal.aborted) {
    console.log('Interrupted.');
    process.exit(130);
  }
  outcomes.push(outcome);
  if (outcome.counts.failed > 0 && missing === undefined) {
    console.log(`--- ${stage.name} printed:`);
    console.log((await readFile(outcome.logFile, 'utf8')).trimEnd());
    console.log('---');
  }
  console.log(stageLine(outcome));
}

for (const line of skipLines(outcomes, process.env)) {
  console.log(line);
}
console.log(totalLine(outcomes));
process.exit(outcomes.some(({ counts }) => counts.failed > 0) ? 1 : 0);
