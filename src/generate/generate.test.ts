import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testKeys, unknownKey } from '../../test/embedded/nvidia/test-keys.ts';
import {
  entriesIn,
  generateFrom,
  KEY,
  newFolder,
  nim,
  nimCatalog,
  nvidia,
} from './command-line.fixture.ts';

describe('nim-catalog generate', { timeout: 30_000 }, () => {
  it('writes an immutable ConfigMap with every model, newest version first', async () => {
    const { url } = await nvidia([
      nim('b', { tags: ['latest', '1.9.0', '1.10.0', '1.10', '1.10.0-rtx'], latestTag: '1.9.0' }),
      nim('a', { team: 'nvidia', shortDescription: 'What NVIDIA says.' }),
    ]);
    const { exitCode, stdout, stderr } = await generateFrom(url, '--namespace', 'opendatahub');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('2 models found, 2 in the catalog'),
    });
    expect(stdout).toMatch(/^kind: ConfigMap\n/m);
    expect(stdout).toMatch(/^ {2}namespace: opendatahub\n/m);
    expect(stdout).toMatch(/^immutable: true\n/m);
    expect(Object.entries(entriesIn(stdout))).toEqual([
      ['a', expect.objectContaining({ shortDescription: 'What NVIDIA says.' })],
      [
        'b',
        {
          name: 'b',
          displayName: 'The b',
          shortDescription: 'The b by meta, served as an NVIDIA NIM.',
          namespace: 'nim/meta',
          tags: ['1.10.0', '1.9.0', '1.10.0-rtx', '1.10', 'latest'],
          latestTag: '1.9.0',
          updatedDate: '2026-01-01T00:00:00.000Z',
          euRestricted: false,
        },
      ],
    ]);
  });

  it('gives the same bytes again, whatever the order of the answers', async () => {
    const models = ['c', 'a', 'b'].map((name) => nim(name));
    const one = await nvidia(models);
    const other = await nvidia({ models: models.toReversed(), pageSize: 1 });
    const [first, second] = [await generateFrom(one.url), await generateFrom(other.url)];
    expect(first.exitCode).toBe(0);
    expect(second.stdout).toBe(first.stdout);
  });

  it('asks for at most as many models at once as it is told to', async () => {
    const models = Array.from({ length: 20 }, (_, index) => nim(`m${index}`));
    const { url, standIn } = await nvidia(models, { latencyMs: 20 });
    await generateFrom(url, '--concurrency', '3');
    expect(standIn.mostAtOnce()).toBe(3);
  });

  it('keeps GPU needs, and no word of them where NVIDIA has none', async () => {
    const profiles = [
      { profile_id: 'b', min_vram_per_device_gb: 80, tensor_parallel_size: 2, gpu_device: 'H100' },
      { profile_id: 'a', min_vram_per_device_gb: 24, tensor_parallel_size: 1, more: true },
    ];
    const { url, standIn } = await nvidia([nim('new', { profiles }), nim('old')]);
    const { exitCode, stdout } = await generateFrom(url);
    expect(exitCode).toBe(0);
    expect(entriesIn(stdout)['new']?.['profiles']).toEqual([
      { profileId: 'a', minVramPerDeviceGb: 24, tensorParallelSize: 1 },
      { profileId: 'b', minVramPerDeviceGb: 80, tensorParallelSize: 2, gpuDevice: 'H100' },
    ]);
    expect(entriesIn(stdout)['old']).not.toHaveProperty('profiles');
    const metadata = standIn.requests().filter(({ path }) => path === '/v2/nim/metadata');
    expect(metadata.map(({ keyName }) => keyName)).toEqual([undefined, undefined]);
  });

  it('does not ask for GPU needs with --no-sizing', async () => {
    const { url, standIn } = await nvidia([nim('a')]);
    await generateFrom(url, '--no-sizing');
    expect(standIn.requests().map(({ path }) => path)).not.toContain('/v2/nim/metadata');
  });

  it('marks the models of every list given with --eu-restricted', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'one'), '# from Frankfurt\nnim/meta/a\n');
    writeFileSync(join(folder, 'two'), 'b # by its name\n');
    const { url } = await nvidia([nim('a'), nim('b'), nim('c')]);
    const lists = ['one', 'two'].flatMap((name) => ['--eu-restricted', join(folder, name)]);
    const { stdout } = await generateFrom(url, ...lists);
    expect(
      Object.values(entriesIn(stdout)).map(({ name, euRestricted }) => [name, euRestricted]),
    ).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
  });

  it('keeps a model that answers 451, with the tags of an earlier catalog and the latest one', async () => {
    const folder = newFolder();
    const previous = join(folder, 'previous.yaml');
    const before = await nvidia([nim('a', { tags: ['1.0.0', '0.9.0'] })]);
    await generateFrom(before.url, '--output', previous);
    const restricted = nim('a', { latestTag: '1.1.0', euRestricted: true });
    const { url } = await nvidia({ models: [restricted, nim('b')], callerIn: 'eu' });
    const { exitCode, stdout, stderr } = await generateFrom(url, '--previous', previous);
    expect(exitCode).toBe(0);
    expect(entriesIn(stdout)['a']).toMatchObject({
      euRestricted: true,
      tags: ['1.1.0', '1.0.0', '0.9.0'],
    });
    expect(stderr).toContain('note: nim/meta/a: NVIDIA hides it here (451)');
  });

  it('keeps a model that answers 451 with what the search says, without an earlier catalog', async () => {
    const { url } = await nvidia({ models: [nim('a', { euRestricted: true })], callerIn: 'eu' });
    const { exitCode, stdout } = await generateFrom(url);
    expect(exitCode).toBe(0);
    expect(entriesIn(stdout)['a']).toMatchObject({ euRestricted: true, tags: ['1.0.0'] });
  });

  it('leaves out what is excluded, and says so', async () => {
    const { url } = await nvidia([nim('a'), nim('b'), nim('c', { team: 'qwen' })]);
    const { stdout, stderr } = await generateFrom(url, '--exclude', 'b', '--exclude', 'qwen/*');
    expect(Object.keys(entriesIn(stdout))).toEqual(['a']);
    expect(stderr).toContain('left out: nim/meta/b: excluded');
    expect(stderr).toContain('left out: nim/qwen/c: excluded');
  });

  it('keeps models of two publishers that share a name', async () => {
    const { url } = await nvidia([nim('a', { team: 'zeta' }), nim('a')]);
    const entries = entriesIn((await generateFrom(url)).stdout);
    expect(entries['a']?.['namespace']).toBe('nim/meta');
    expect(entries['zeta.a']?.['namespace']).toBe('nim/zeta');
  });

  it('replaces the file as a whole, and leaves it alone when something fails', async () => {
    const folder = newFolder();
    const output = join(folder, 'catalog.yaml');
    writeFileSync(output, 'as it was');
    const bad = await nvidia([
      nim('a', { repository: { instead: { kind: 'error', status: 403 } } }),
      nim('b'),
    ]);
    expect((await generateFrom(bad.url, '--output', output)).exitCode).toBe(3);
    expect(readFileSync(output, 'utf8')).toBe('as it was');
    const good = await nvidia([nim('a')]);
    expect((await generateFrom(good.url, '--output', output)).stdout).toBe('');
    expect(Object.keys(entriesIn(readFileSync(output, 'utf8')))).toEqual(['a']);
    expect(readdirSync(folder)).toEqual(['catalog.yaml']);
  });

  it('says when it cannot write', async () => {
    const { url } = await nvidia([nim('a')]);
    const folder = newFolder();
    mkdirSync(join(folder, 'place'));
    const { exitCode, stderr } = await generateFrom(url, '--output', join(folder, 'place'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cannot be written');
  });

  it('writes a report of every model as JSON', async () => {
    const file = join(newFolder(), 'report.json');
    const { latestTag: _none, ...undeployable } = nim('none');
    const { url } = await nvidia([nim('a'), undeployable]);
    await generateFrom(url, '--report', file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      found: 2,
      listed: 1,
      euRestricted: [],
      leftOut: [{ model: 'nim/meta/none', reason: 'has no latestTag: nothing to deploy' }],
      failed: [],
      notes: [],
    });
  });

  it('says by how much a catalog is too large, and splits it with --shards', async () => {
    const tags = Array.from({ length: 6000 }, (_, index) => `1.0.${index}`);
    const models = Array.from({ length: 20 }, (_, index) => nim(`m${index}`, { tags }));
    const { url } = await nvidia(models);
    const output = join(newFolder(), 'catalog.yaml');
    const whole = await generateFrom(url, '--no-sizing', '--output', output);
    expect(whole.exitCode).toBe(1);
    expect(whole.stderr).toMatch(/the catalog has \d+ bytes, \d+ more than a ConfigMap may hold/);
    expect(existsSync(output)).toBe(false);
    const split = await generateFrom(url, '--no-sizing', '--output', output, '--shards');
    expect(split.exitCode).toBe(0);
    const text = readFileSync(output, 'utf8');
    expect(text.match(/^ {2}name: .*/gm)).toEqual([
      '  name: nim-models-data',
      '  name: nim-models-data-2',
    ]);
    expect(text).toContain('catalog-shards: nim-models-data-2');
    expect((await nimCatalog(['check', output])).stdout).toBe(
      '20 models can be read, 0 findings\n',
    );
  });
});

describe('nim-catalog generate --shards', { timeout: 30_000 }, () => {
  it('names a model that is too large for a ConfigMap by itself', async () => {
    const tags = Array.from({ length: 60_000 }, (_, index) => `1.0.0-build${index}`);
    const { url } = await nvidia([nim('a'), nim('vast', { tags })]);
    const { exitCode, stdout, stderr } = await generateFrom(url, '--shards');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/the entry of vast has \d+ bytes, \d+ more than a ConfigMap may hold/);
  });
});

describe("nim-catalog generate's key", { timeout: 30_000 }, () => {
  it.each([
    ['a file', (file: string) => nimCatalogWith(['--key-file', file])],
    ['standard input', () => nimCatalogWith([], {}, `${KEY}\n`)],
    ['standard input by name', () => nimCatalogWith(['--key-file', '-'], {}, KEY)],
  ])('comes from %s as well', async (_where, run) => {
    const file = join(newFolder(), 'key');
    writeFileSync(file, `${KEY}\n`);
    const { url } = await nvidia([nim('a')]);
    expect((await run(file)(url)).exitCode).toBe(0);
  });

  it.each([
    ['unknown to NVIDIA', unknownKey, 4],
    ['forbidden', testKeys.forbidden.key, 4],
    ['one that NVIDIA could not tell about', testKeys.serverError.key, 5],
    ['one whose check is dropped', testKeys.dropped.key, 5],
    ['one whose check is a page', testKeys.html.key, 5],
    ['one whose check leads elsewhere', testKeys.redirected.key, 5],
    ['no personal key', 'bGVnYWN5LWtleS1vZi1uZ2M', 2],
    ['empty', '', 2],
  ])('ends the run when it is %s', async (_what, key, exitCode) => {
    const { url, standIn } = await nvidia([nim('a')]);
    const run = await nimCatalogWith(['--retries', '1'], { NGC_API_KEY: key })(url);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toBe('');
    expect(standIn.requests().filter(({ path }) => path.includes('/repos/'))).toEqual([]);
    expect(key !== '' && run.stderr.includes(key)).toBe(false);
  });
});

const nimCatalogWith =
  (args: string[], environment: Record<string, string> = {}, stdin = '') =>
  (url: string): ReturnType<typeof nimCatalog> =>
    nimCatalog(['generate', '--ngc-url', url, ...args], environment, stdin);
