import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { NgcAnswer } from './ngc-answer.ts';
import { openKeptAnswers, type KeptAnswers } from './kept-answers.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-answers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NGC = 'https://ngc.example';
const HOUR = 60 * 60 * 1000;
const schema = z.object({ n: z.number() });

/** Asks a question that is answered so, unless an answer is kept. */
const recall = (
  kept: KeptAnswers,
  answer: NgcAnswer<{ n: number }>,
): Promise<NgcAnswer<{ n: number }>> =>
  kept.recall('question', schema, () => Promise.resolve(answer));

const ok = (n: number): NgcAnswer<{ n: number }> => ({ status: 'ok', value: { n } });

describe('kept answers', () => {
  it('are there for the next run', async () => {
    await recall(openKeptAnswers(folder, NGC), ok(1));
    const next = openKeptAnswers(folder, NGC);
    expect(next.size).toBe(1);
    expect(await recall(next, ok(2))).toEqual(ok(1));
  });

  it.each([
    ['another address', 'https://other.example', 0],
    ['a day later', NGC, 25 * HOUR],
  ])('are not used for %s', async (_what, ngcUrl, later) => {
    await recall(openKeptAnswers(folder, NGC), ok(1));
    const next = openKeptAnswers(folder, ngcUrl, Date.now() + later);
    expect(await recall(next, ok(2))).toEqual(ok(2));
  });

  it.each([451, 404])('are also those of %i, which NVIDIA would give again', async (code) => {
    await recall(openKeptAnswers(folder, NGC), { status: 'refused', code });
    expect(await recall(openKeptAnswers(folder, NGC), ok(2))).toEqual({ status: 'refused', code });
  });

  it.each<NgcAnswer<never>>([
    { status: 'refused', code: 401 },
    { status: 'refused', code: 403 },
    { status: 'unknown', reason: 'dropped' },
  ])('are never %j', async (answer) => {
    await recall(openKeptAnswers(folder, NGC), answer);
    expect(await recall(openKeptAnswers(folder, NGC), ok(2))).toEqual(ok(2));
  });

  it('are asked for again if they are not as expected', async () => {
    const [file = ''] = (await recall(openKeptAnswers(folder, NGC), ok(1)), readdirSync(folder));
    const line = {
      at: new Date().toISOString(),
      ngcUrl: NGC,
      question: 'question',
      answer: { status: 'ok', value: { n: 'one' } },
    };
    writeFileSync(join(folder, file), `no JSON\n${JSON.stringify(line)}\n{"at":`);
    expect(await recall(openKeptAnswers(folder, NGC), ok(2))).toEqual(ok(2));
  });

  it('are gone when they are to be forgotten', async () => {
    const kept = openKeptAnswers(folder, NGC);
    await recall(kept, ok(1));
    kept.forget();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are nobody else’s to read', () => {
    openKeptAnswers(folder, NGC);
    const [file = ''] = readdirSync(folder);
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });
});
