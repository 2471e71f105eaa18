import { describe, expect, it } from 'vitest';
import { entriesIn, generateFrom, nim, nvidia } from './command-line.fixture.ts';

describe('nim-catalog generate, of dates', { timeout: 30_000 }, () => {
  it('keeps when the latest tag was pushed, where the search says it of that tag', async () => {
    const latestTagPushedDate = '2026-01-02T03:04:05.000Z';
    const repository = {
      instead: { kind: 'json', body: { tags: ['1.1.0', '1.0.0'], latestTag: '1.1.0' } },
    } as const;
    const { url } = await nvidia([
      nim('known', { latestTagPushedDate }),
      nim('no-date', { latestTagPushedDate: 'yesterday' }),
      nim('of-another', { latestTagPushedDate, repository }),
      nim('unknown'),
    ]);
    const { stdout } = await generateFrom(url);
    const entries = Object.entries(entriesIn(stdout));
    expect(entries.map(([name, entry]) => [name, entry['latestTagPushedDate']])).toEqual([
      ['known', latestTagPushedDate],
      ['no-date', undefined],
      ['of-another', undefined],
      ['unknown', undefined],
    ]);
  });
});
