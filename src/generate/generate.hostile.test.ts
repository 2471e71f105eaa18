import { writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Misbehaviour, StandInModel } from '../../test/embedded/nvidia/stand-in-catalog.ts';
import { entriesIn, generateFrom, newFolder, nim, nvidia } from './command-line.fixture.ts';

/** A model whose repository is answered wrongly, the first times or always. */
const troubled = (name: string, instead: Misbehaviour, times = Infinity): StandInModel =>
  nim(name, { repository: { instead, times } });

const names = (catalog: string): string[] => Object.keys(entriesIn(catalog));

describe('nim-catalog generate against a hostile NVIDIA', { timeout: 30_000 }, () => {
  it.each<[string, Misbehaviour]>([
    ['429 without Retry-After', { kind: 'error', status: 429 }],
    ['429 with Retry-After', { kind: 'error', status: 429, retryAfter: 1 }],
    ['500', { kind: 'error', status: 500 }],
    ['503 with Retry-After', { kind: 'error', status: 503, retryAfter: 0 }],
    ['a dropped connection', { kind: 'dropped' }],
    ['a page instead of JSON', { kind: 'html' }],
    ['JSON that ends in the middle', { kind: 'truncated' }],
  ])('gets over %s', async (_what, trouble) => {
    const { url } = await nvidia([troubled('a', trouble, 2), nim('b')]);
    const { exitCode, stdout } = await generateFrom(url);
    expect(exitCode).toBe(0);
    expect(names(stdout)).toEqual(['a', 'b']);
  });

  it('waits as long as Retry-After says', async () => {
    const { url } = await nvidia([troubled('a', { kind: 'error', status: 429, retryAfter: 2 }, 1)]);
    const before = performance.now();
    expect((await generateFrom(url)).exitCode).toBe(0);
    expect(performance.now() - before).toBeGreaterThan(2000);
  });

  it.each<[string, Misbehaviour, string]>([
    ['401', { kind: 'error', status: 401 }, 'NVIDIA answered 401'],
    ['403', { kind: 'error', status: 403 }, 'NVIDIA answered 403'],
    ['404', { kind: 'error', status: 404 }, 'NVIDIA answered 404'],
    ['a redirect', { kind: 'redirect', location: 'http://moved.example/' }, 'NVIDIA answered 302'],
    ['429 for ever', { kind: 'error', status: 429 }, 'NVIDIA answered 429 again and again'],
    ['500 for ever', { kind: 'error', status: 500 }, 'NVIDIA answered 500 again and again'],
    ['pages for ever', { kind: 'html' }, "NVIDIA's answer is no JSON"],
    ['dropped connections for ever', { kind: 'dropped' }, 'NVIDIA could not be reached'],
    ['an answer that is too slow', { kind: 'slow', ms: 20_000 }, 'did not answer within 0.3 s'],
    ['other JSON', { kind: 'json', body: [] }, "NVIDIA's answer is not as expected"],
    ['tags that are no list', { kind: 'json', body: { tags: 'x' } }, 'not as expected (tags)'],
  ])('names the model and the reason, and writes nothing, for %s', async (_w, trouble, reason) => {
    const output = join(newFolder(), 'catalog.yaml');
    const { url } = await nvidia([troubled('a', trouble), nim('b')]);
    const args = ['--request-timeout', '0.3', '--retries', '1', '--output', output];
    const { exitCode, stderr } = await generateFrom(url, ...args);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^failed: nim\/meta\/a: /m);
    expect(stderr).toContain(reason);
    expect(existsSync(output)).toBe(false);
  });

  it('writes what it has with --allow-partial, and still says 3', async () => {
    const { url } = await nvidia([troubled('a', { kind: 'error', status: 403 }), nim('b')]);
    const { exitCode, stdout } = await generateFrom(url, '--allow-partial');
    expect(exitCode).toBe(3);
    expect(names(stdout)).toEqual(['b']);
  });

  it('fails a model whose GPU needs nobody could tell', async () => {
    const metadata = { instead: { kind: 'error', status: 500 } } as const;
    const { url } = await nvidia([nim('a', { metadata }), nim('b')]);
    const { exitCode, stderr } = await generateFrom(url, '--retries', '1');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('failed: nim/meta/a: GPU needs: NVIDIA answered 500');
  });

  it('ends with 5 when not one model could be read', async () => {
    const { url } = await nvidia([troubled('a', { kind: 'dropped' })]);
    expect((await generateFrom(url, '--retries', '1', '--allow-partial')).exitCode).toBe(5);
  });

  it('ends with 5 when nobody listens', async () => {
    const { url, stop } = await nvidia([]);
    await stop();
    const { exitCode, stderr } = await generateFrom(url, '--retries', '1');
    expect(exitCode).toBe(5);
    expect(stderr).toContain('ECONNREFUSED');
  });

  it('ends with 5 when the time for all is over', async () => {
    const { url } = await nvidia([troubled('a', { kind: 'slow', ms: 20_000 })]);
    const before = performance.now();
    const { exitCode, stderr } = await generateFrom(url, '--timeout', '2');
    expect(exitCode).toBe(5);
    expect(stderr).toContain('not done within 2 s: 0 of 1 models were asked for');
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

describe("a hostile NVIDIA's search", { timeout: 30_000 }, () => {
  const models = ['a', 'b', 'c', 'd', 'e'].map((name) => nim(name));

  it.each(['first', 'last', 'missing'] as const)(
    'is read over all pages, with the group for containers %s',
    async (containerGroup) => {
      const { url } = await nvidia({ models, pageSize: 2, containerGroup });
      expect(names((await generateFrom(url)).stdout)).toEqual(['a', 'b', 'c', 'd', 'e']);
    },
  );

  it('is asked again for a page that repeats another one', async () => {
    const pages = { 1: { instead: { kind: 'repeats', page: 0 }, times: 1 } } as const;
    const { url } = await nvidia({ models, pageSize: 2, pages });
    const { exitCode, stdout } = await generateFrom(url);
    expect(exitCode).toBe(0);
    expect(names(stdout)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each([
    ['empty', { kind: 'json', body: { resultPageTotal: 3, results: [] } } as const],
    ['a repetition', { kind: 'repeats', page: 0 } as const],
  ])('makes the catalog partial when a page stays %s', async (_what, instead) => {
    const { url } = await nvidia({ models, pageSize: 2, pages: { 1: { instead } } });
    const { exitCode, stdout, stderr } = await generateFrom(url, '--allow-partial');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('failed: search: page 2 of 3 of the search brought no new model');
    expect(names(stdout)).toEqual(['a', 'b', 'e']);
  });

  it('ends the run when a page cannot be had', async () => {
    const pages = { 1: { instead: { kind: 'error', status: 500 } } } as const;
    const { url } = await nvidia({ models, pageSize: 2, pages });
    const { exitCode, stderr } = await generateFrom(url, '--retries', '1');
    expect(exitCode).toBe(5);
    expect(stderr).toContain('page 2 of the search');
  });

  it('writes no empty catalog', async () => {
    const { url } = await nvidia([]);
    expect((await generateFrom(url, '--allow-partial')).stdout).toBe('');
  });

  it('may have resources that say not what they are: they are reported', async () => {
    const strangeResources = [
      {},
      { resourceId: 'nim/only-two' },
      { resourceId: 'nim/../etc/x' },
      7,
    ];
    const { url } = await nvidia({ models, strangeResources });
    const { exitCode, stderr } = await generateFrom(url);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('failed: "nim/only-two": is not of the form org/team/name');
    expect(stderr).toContain('failed: "nim/../etc/x": is not of the form org/team/name');
    expect(stderr).toContain('failed: a resource without a name: has no resourceId');
  });
});

describe("a hostile NVIDIA's models", { timeout: 30_000 }, () => {
  it('may have dots and underscores in their names', async () => {
    const { url } = await nvidia([nim('llama-3.1_8b.v2', { team: 'my.team_x' })]);
    expect(names((await generateFrom(url)).stdout)).toEqual(['llama-3.1_8b.v2']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'Upper', '1.5'])(
    'may be called %s: it is in the catalog or in the report',
    async (name) => {
      const { url } = await nvidia([nim(name), nim('b')]);
      const { exitCode, stdout, stderr } = await generateFrom(url);
      expect(exitCode).toBe(0);
      expect(names(stdout)).toContain('b');
      expect(names(stdout).includes(name) || stderr.includes(`left out: nim/meta/${name}: `)).toBe(
        true,
      );
    },
  );

  it('may have 10,000 tags', async () => {
    const tags = Array.from({ length: 10_000 }, (_, index) => `1.${index}.0`);
    const { url } = await nvidia([nim('a', { tags })]);
    const { stdout } = await generateFrom(url);
    const listed = entriesIn(stdout)['a']?.['tags'];
    expect(listed).toHaveLength(10_000);
    expect(listed).toMatchObject({ 0: '1.9999.0', 9999: '1.0.0' });
  });

  it('may have tags that make no image reference: those are left out and named', async () => {
    const { url } = await nvidia([nim('a', { tags: ['1.0.0', 'a b', '../x', '1.0.0'] })]);
    const { stdout, stderr } = await generateFrom(url);
    expect(entriesIn(stdout)['a']?.['tags']).toEqual(['1.0.0']);
    expect(stderr).toContain('note: nim/meta/a: tag "a b" makes no image reference');
  });

  it('may describe themselves with markup and control characters', async () => {
    const shortDescription =
      '<script>alert(1)</script><b>Fast</b>\u0000 &amp; \u202Esmall\u001b[31m\n**model** [here](javascript:x).';
    const { url } = await nvidia([nim('a', { shortDescription })]);
    const text = entriesIn((await generateFrom(url)).stdout)['a']?.['shortDescription'];
    expect(text).toBe('Fast & small [31m model here.');
  });

  it('may be listed for the EU under a name that is not there: the list is still read', async () => {
    const list = join(newFolder(), 'eu');
    writeFileSync(list, 'nim/meta/gone\r\nnim/meta/a\r\n');
    const { url } = await nvidia([nim('a')]);
    const { stdout, stderr } = await generateFrom(url, '--eu-restricted', list);
    expect(entriesIn(stdout)['a']?.['euRestricted']).toBe(true);
    expect(stderr).toContain(
      'note: nim/meta/gone: is listed as restricted in the EU, but was not found',
    );
  });
});
