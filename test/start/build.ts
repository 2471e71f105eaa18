import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startChild } from './child-process.ts';
import { builtIn, repository } from './places.ts';
import { StartProblem } from './start-problem.ts';
import type { StopList } from './stop-list.ts';

/** Vite's command line. */
export const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');

/** Vite's modes (see vite.config.ts); what stands in one list is built one after the other. */
export const buildChains = [
  ['plugin', 'entry'],
  ['devhost', 'service'],
];

/** Builds everything that `npm start` serves, on two processors. Throws a StartProblem with Vite's output. */
export const buildAll = async (running: StopList): Promise<void> => {
  await Promise.all(
    buildChains.map(async (modes) => {
      for (const mode of modes) {
        await build(mode, running);
      }
    }),
  );
};

const build = async (mode: string, running: StopList): Promise<void> => {
  const child = startChild([vite, 'build', '--mode', mode], { cwd: repository });
  running.add(`build of ${mode}`, () => child.stop());
  if ((await child.ended) !== 0) {
    throw new StartProblem(`The build of "${mode}" failed:\n${child.lastOutput()}`);
  }
};

/** Throws a StartProblem that names the first thing that has not been built in a repository. */
export const assertBuilt = (root = repository): void => {
  const { entry, fields, service, devhost } = builtIn(root);
  const needed = [entry, fields, service, join(devhost, 'index.html')];
  const missing = needed.find((file) => !existsSync(file));
  if (missing !== undefined) {
    const file = relative(root, missing);
    throw new StartProblem(`Not built: ${file} is missing. Start without --no-build.`);
  }
};
