import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';

/** So that the many runs of the tests start faster. */
const COMPILE_CACHE = resolve(import.meta.dirname, '../../build/compile-cache');
const PROGRAM = resolve(import.meta.dirname, '../../src/generate/main.ts');

/** How a run of the command line ended and what it printed. */
export interface NimCatalogRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** `nim-catalog` as a process of its own, from the source, with hardly anything of our environment. */
export const runNimCatalog = (
  args: string[],
  environment: Record<string, string> = {},
  stdin = '',
): { child: ChildProcess; ended: Promise<NimCatalogRun> } => {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: COMPILE_CACHE, ...environment },
  });
  child.stdin.on('error', () => undefined).end(stdin);
  const exit = new Promise<number | null>((settle, fail) => {
    child.once('error', fail).once('exit', settle);
  });
  const ended = Promise.all([exit, text(child.stdout), text(child.stderr)]).then(
    ([exitCode, stdout, stderr]) => ({ exitCode, stdout, stderr }),
  );
  return { child, ended };
};
