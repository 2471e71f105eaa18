import { buildChains, vite } from './build.ts';
import { startChild } from './child-process.ts';
import { repository } from './places.ts';
import { StartProblem } from './start-problem.ts';
import type { StopList } from './stop-list.ts';

export interface WatchListeners {
  /** What Vite says of a build that failed, line by line. */
  onOutput: (mode: string, line: string) => void;
  /** Something was built again after a change. */
  onRebuilt: (mode: string) => void;
}

/**
 * Builds everything and again whenever a source file changes: one `vite build --watch` for each mode.
 * Resolves when everything has been built once.
 */
export const startWatching = async (
  running: StopList,
  listeners: WatchListeners,
): Promise<void> => {
  await Promise.all(buildChains.flat().map((mode) => watch(mode, running, listeners)));
};

const watch = async (mode: string, running: StopList, listeners: WatchListeners): Promise<void> => {
  const first = Promise.withResolvers<void>();
  let builtOnce = false;
  let failing = false;
  // Two modes build into one folder: neither may empty it while the other's files are in use.
  const args = [vite, 'build', '--watch', '--mode', mode, '--emptyOutDir', 'false'];
  const child = startChild(args, {
    cwd: repository,
    onLine: (line) => {
      const isBuilt = /built in/.test(line);
      failing = !isBuilt && !/build started/.test(line) && (failing || /error/i.test(line));
      if (failing) {
        listeners.onOutput(mode, line);
      }
      if (isBuilt && builtOnce) {
        listeners.onRebuilt(mode);
      }
      if (isBuilt) {
        builtOnce = true;
        first.resolve();
      }
    },
  });
  running.add(`watch of ${mode}`, () => child.stop());
  void child.ended.then(() => {
    first.reject(new StartProblem(`The build of "${mode}" ended:\n${child.lastOutput()}`));
  });
  await first.promise;
};
