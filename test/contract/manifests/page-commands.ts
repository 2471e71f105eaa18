import { written } from './written.ts';

const block = /^```sh (\w+)\n([\s\S]*?)^```$/gm;

/** The shell commands of a page of the documentation that are marked with a word, block by block. */
export const pageCommands = (page: string, mark: string): string[] =>
  [...written(page).matchAll(block)]
    .filter(([, word]) => word === mark)
    .map(([, , commands]) => commands ?? '');
