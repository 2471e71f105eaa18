import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { testKeys } from '../embedded/nvidia/test-keys.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a run of the command line took. CPU time is that of its process alone. */
export interface Use {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Builds the command line as it is shipped. */
export const buildCommandLine = (): void => {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build:cli'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`the command line cannot be built: ${stderr}`);
  }
};

/**
 * Runs the built `nim-catalog` as a process of its own and measures it.
 *
 * @throws if it ends with another exit code
 */
export const measure = async (args: string[], exitCode = 0): Promise<Use> => {
  const folder = mkdtempSync(join(tmpdir(), 'nim-bench-'));
  const useFile = join(folder, 'use.json');
  const before = performance.now();
  const preload = resolve(import.meta.dirname, 'report-use.ts');
  const child = spawn(
    process.execPath,
    ['--import', preload, join(root, 'dist/cli/nim-catalog.js'), ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'], NGC_API_KEY: testKeys.valid.key, BENCH_USE_FILE: useFile },
    },
  );
  const errors = text(child.stderr);
  const code = await new Promise((settle) => child.once('exit', settle));
  const seconds = (performance.now() - before) / 1000;
  if (code !== exitCode) {
    throw new Error(`nim-catalog ${args[0]} ended with ${String(code)}: ${await errors}`);
  }
  const use = JSON.parse(readFileSync(useFile, 'utf8')) as Omit<Use, 'seconds'>;
  rmSync(folder, { recursive: true });
  return { seconds, ...use };
};
