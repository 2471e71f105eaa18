import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { NgcAnswer } from './ngc-answer.ts';

/** Older answers are asked for again: a run that goes on is no catalog of last month. */
const LONGEST_AGE_MS = 24 * 60 * 60 * 1000;
const FILE = 'nim-catalog-answers.jsonl';

const lineSchema = z.object({
  at: z.string().datetime(),
  ngcUrl: z.string(),
  question: z.string(),
  answer: z.union([
    z.object({ status: z.literal('ok'), value: z.record(z.unknown()) }),
    z.object({ status: z.literal('refused'), code: z.number() }),
  ]),
});
type Line = z.infer<typeof lineSchema>;

/** Answers kept from an earlier run that did not end. They hold nothing of the key. */
export interface KeptAnswers {
  /** The kept answer, else a new one, which is kept if it is one that NVIDIA would give again. */
  recall: <T>(
    question: string,
    schema: z.ZodType<T, z.ZodTypeDef, unknown>,
    ask: () => Promise<NgcAnswer<T>>,
  ) => Promise<NgcAnswer<T>>;
  /** How many answers were there at the start. */
  size: number;
  /** The run is complete: the next one asks anew. */
  forget: () => void;
}

/** Keeps nothing. */
export const noKeptAnswers: KeptAnswers = {
  recall: (_question, _schema, ask) => ask(),
  size: 0,
  forget: () => undefined,
};

/**
 * Answers in a folder: a line each, written as soon as it is there, so that whatever ends the run
 * leaves them. A line that was cut off is left out.
 *
 * @throws if the folder cannot be written to
 */
export const openKeptAnswers = (folder: string, ngcUrl: string, now = Date.now()): KeptAnswers => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  const lines = readLines(file).filter(
    (line) => line.ngcUrl === ngcUrl && now - Date.parse(line.at) < LONGEST_AGE_MS,
  );
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileAtomic.sync(file, text, { mode: 0o600 });
  const kept = new Map(lines.map(({ question, answer }) => [question, answer]));
  return {
    size: kept.size,
    recall: async (question, schema, ask) => {
      const known = kept.get(question);
      if (known?.status === 'refused') {
        return known;
      }
      const value = known === undefined ? undefined : schema.safeParse(known.value);
      if (value?.success) {
        return { status: 'ok', value: value.data };
      }
      const answer = await ask();
      if (answer.status === 'ok' || isFinal(answer)) {
        const line = { at: new Date().toISOString(), ngcUrl, question, answer };
        appendFileSync(file, `${JSON.stringify(line)}\n`);
      }
      return answer;
    },
    forget: () => rmSync(file, { force: true }),
  };
};

/** Not those that another key, or another day, would change. */
const isFinal = (answer: NgcAnswer<unknown>): boolean =>
  answer.status === 'refused' && (answer.code === 451 || answer.code === 404);

const readLines = (file: string): Line[] => {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text) => readLine(text));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
};

const readLine = (text: string): Line[] => {
  try {
    const line = lineSchema.safeParse(JSON.parse(text));
    return line.success ? [line.data] : [];
  } catch {
    return [];
  }
};
