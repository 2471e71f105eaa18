import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertBuilt } from './build.ts';
import { StartProblem } from './start-problem.ts';

const everything = [
  'dist/plugin/remoteEntry.js',
  'dist/plugin/fields.js',
  'dist/service/main.js',
  'build/devhost/index.html',
];

describe('the check of what is built', () => {
  let repository = '';
  beforeEach(async () => {
    repository = await mkdtemp(join(tmpdir(), 'nim-built-'));
  });
  afterEach(() => rm(repository, { recursive: true }));

  const make = async (files: string[]): Promise<void> => {
    for (const file of files) {
      await mkdir(dirname(join(repository, file)), { recursive: true });
      await writeFile(join(repository, file), '');
    }
  };

  it('says nothing when all is there', async () => {
    await make(everything);
    expect(() => assertBuilt(repository)).not.toThrow();
  });

  it.each(everything)('names %s when only that is missing', async (missing) => {
    await make(everything.filter((file) => file !== missing));
    expect(() => assertBuilt(repository)).toThrow(
      new StartProblem(`Not built: ${missing} is missing. Start without --no-build.`),
    );
  });

  it('names the first when all is missing', () => {
    expect(() => assertBuilt(repository)).toThrow('Not built: dist/plugin/remoteEntry.js');
  });

  it('does not take an empty folder for the development dashboard', async () => {
    await make(everything.filter((file) => file !== 'build/devhost/index.html'));
    await mkdir(join(repository, 'build/devhost'), { recursive: true });
    expect(() => assertBuilt(repository)).toThrow('build/devhost/index.html');
  });
});
