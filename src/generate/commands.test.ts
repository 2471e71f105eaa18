import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import {
  entriesIn,
  generateFrom,
  newFolder,
  nim,
  nimCatalog,
  nvidia,
} from './command-line.fixture.ts';

/** A catalog's file, made by `generate`. */
const catalogFile = async (...models: Parameters<typeof nim>[]): Promise<string> => {
  const file = join(newFolder(), 'catalog.yaml');
  const { url } = await nvidia(models.map((args) => nim(...args)));
  expect((await generateFrom(url, '--output', file)).exitCode).toBe(0);
  return file;
};

describe('nim-catalog', { timeout: 30_000 }, () => {
  it('says its version', async () => {
    expect((await nimCatalog(['--version'])).stdout).toBe(`${manifest.version}\n`);
  });

  it.each(['generate', 'detect-eu', 'diff', 'check', 'mirror'])(
    'explains %s, with an example',
    async (command) => {
      const { exitCode, stdout } = await nimCatalog([command, '--help']);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(new RegExp(`Example:\\n.*nim-catalog ${command} `));
    },
  );

  it.each([
    [['frob'], "unknown command 'frob'"],
    [['generate', '--concurrency', '0'], 'no whole number'],
    [['generate', '--ngc-url', 'ftp://x'], 'no address'],
    [['generate', '--ngc-url', 'https://user:pass@x'], 'no address'],
    [['generate', '--timeout', 'soon'], 'no number of seconds'],
    [['generate', '--name', 'A_b'], 'no name'],
    [['generate', '--previous', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
    [['check'], "missing required argument 'file'"],
    [['check', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
    [['diff', 'one'], "missing required argument 'new'"],
    [['mirror', 'x.yaml'], "required option '--registry"],
    [['mirror', 'x.yaml', '--registry', 'https://x'], 'no registry'],
  ])('ends with 2 for %j', async (args, message) => {
    const { exitCode, stderr } = await nimCatalog(args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
  });

  it('writes no colours where there is no terminal', async () => {
    const { stderr } = await nimCatalog(['check', 'nowhere.yaml']);
    expect(stderr).not.toContain('\u001b');
  });
});

const detect = (url: string, ...args: string[]): ReturnType<typeof nimCatalog> =>
  nimCatalog(['detect-eu', '--ngc-url', url, '--retries', '1', ...args]);

describe('nim-catalog detect-eu', { timeout: 30_000 }, () => {
  const models = [nim('a', { euRestricted: true }), nim('b'), nim('c', { euRestricted: true })];

  it('lists the models that are answered with 451', async () => {
    const { url } = await nvidia({ models, callerIn: 'eu' });
    const { exitCode, stdout } = await detect(url);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
      'nim/meta/a',
      'nim/meta/c',
      '',
    ]);
  });

  it('makes a list that generate reads', async () => {
    const list = join(newFolder(), 'eu');
    const eu = await nvidia({ models, callerIn: 'eu' });
    await detect(eu.url, '--output', list);
    const { url } = await nvidia(models);
    const { stdout } = await generateFrom(url, '--eu-restricted', list);
    const marks = Object.values(entriesIn(stdout)).map(({ euRestricted }) => euRestricted);
    expect(marks).toEqual([true, false, true]);
  });

  it('says that it may be in the wrong place when nothing is restricted', async () => {
    const { url } = await nvidia(models);
    expect((await detect(url)).stderr).toContain('works only from an address in the EU');
  });

  it('writes no partial list unless that is allowed', async () => {
    const repository = { instead: { kind: 'error', status: 500 } } as const;
    const { url } = await nvidia({ models: [...models, nim('d', { repository })], callerIn: 'eu' });
    const refused = await detect(url);
    expect([refused.exitCode, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toContain('failed: nim/meta/d: NVIDIA answered 500');
    const allowed = await detect(url, '--allow-partial');
    expect([allowed.exitCode, allowed.stdout]).toEqual([3, expect.stringContaining('nim/meta/c')]);
  });
});

describe('nim-catalog diff', { timeout: 30_000 }, () => {
  it('ends with 0 for equal catalogs and with 1 for different ones', async () => {
    const [one, other] = [await catalogFile(['a'], ['b']), await catalogFile(['a'], ['c'])];
    expect(await nimCatalog(['diff', one, one])).toMatchObject({
      exitCode: 0,
      stdout: 'The catalogs are equal.\n',
    });
    const { exitCode, stdout } = await nimCatalog(['diff', one, other]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      '1 models added, 1 removed, 0 changed\n+ nim/meta/c (1.0.0)\n- nim/meta/b (1.0.0)\n',
    );
  });

  it('writes JSON that a program reads', async () => {
    const [one, other] = [
      await catalogFile(['a']),
      await catalogFile(['a', { tags: ['1.0.0', '1.1.0', '1', 'latest'] }]),
    ];
    const { stdout } = await nimCatalog(['diff', one, other, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      changed: [
        { id: 'nim/meta/a', tagsAdded: ['1.1.0'], recommended: { from: '1.0.0', to: '1.1.0' } },
      ],
    });
  });

  it('ends with 2 for what is no catalog', async () => {
    const file = join(newFolder(), 'other.yaml');
    writeFileSync(file, 'kind: Secret\n');
    expect((await nimCatalog(['diff', file, file])).exitCode).toBe(2);
  });
});

describe('nim-catalog check', { timeout: 30_000 }, () => {
  it('ends with 0 for a sound catalog and with 1 for findings', async () => {
    const file = await catalogFile(['a']);
    expect((await nimCatalog(['check', file])).exitCode).toBe(0);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"tags":["1.0.0"', '"tags":["1 0"'));
    const { exitCode, stdout } = await nimCatalog(['check', file]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      'a: "tags" has "1 0", which is not a valid image tag\n0 models can be read, 1 findings\n',
    );
  });
});

describe('nim-catalog mirror', { timeout: 30_000 }, () => {
  it('writes the images for a mirror and the catalog of just those', async () => {
    const catalog = await catalogFile(['llama-3'], ['llama-4', { tags: ['2.0.0', '1'] }], ['qwen']);
    const reduced = join(newFolder(), 'reduced.yaml');
    const args = ['--registry', 'mirror.example.com:5000/ai', '--models', 'llama-*'];
    const identity = ['--catalog', reduced, '--name', 'our-models', '--namespace', 'ours'];
    const list = ['mirror', catalog, ...args, '--format', 'skopeo'];
    const { exitCode, stdout } = await nimCatalog([...list, ...identity]);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual(
      ['llama-3:1.0.0', 'llama-4:2.0.0'].map(
        (image) =>
          `skopeo copy --all docker://nvcr.io/nim/meta/${image} docker://mirror.example.com:5000/ai/nim/meta/${image}`,
      ),
    );
    const [document] = parseAllDocuments(readFileSync(reduced, 'utf8'));
    expect(document?.toJS()).toMatchObject({
      metadata: { name: 'our-models', namespace: 'ours' },
      immutable: true,
    });
    expect(entriesIn(readFileSync(reduced, 'utf8'))).toMatchObject({
      'llama-3': { tags: ['1.0.0'] },
      'llama-4': { tags: ['2.0.0'] },
    });
    expect((await nimCatalog(['check', reduced])).exitCode).toBe(0);
  });

  it('ends with 2 for a pattern that means no model', async () => {
    const catalog = await catalogFile(['a']);
    const args = ['mirror', catalog, '--registry', 'm.example.com', '--models', 'b*'];
    const { exitCode, stderr } = await nimCatalog(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no model of the catalog is meant by --models b*');
  });
});
