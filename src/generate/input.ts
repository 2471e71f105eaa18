import { readFile } from 'node:fs/promises';
import { CommandEnd, EXIT } from './exit-code.ts';

/**
 * The text of a file that was named on the command line.
 *
 * @throws CommandEnd if it cannot be read
 */
export const readInput = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandEnd(`${file} cannot be read: ${String(error)}`, EXIT.usage);
  });
