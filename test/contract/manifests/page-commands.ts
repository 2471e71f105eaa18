import { written } from './written.ts';

const block = /^```sh ([\w-]+)\n([\s\S]*?)^```$/gm;

/**
 * The shell commands of a page of the documentation that are marked with a word, block by block.
 *
 * @throws Error when there are none: nobody would notice that they are not tried any more.
 */
export const pageCommands = (page: string, mark: string): string[] => {
  const found = [...written(page).matchAll(block)]
    .filter(([, word]) => word === mark)
    .map(([, , commands]) => commands ?? '');
  if (found.length === 0) {
    throw new Error(`${page} has no commands that are marked "${mark}"`);
  }
  return found;
};
