import { styleText } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { CommandEnd, EXIT } from './exit-code.ts';

/** Writes a result: a file as a whole or not at all; `-` is standard output. */
export const writeOutput = async (place: string, text: string): Promise<void> => {
  if (place === '-') {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
    return;
  }
  await writeFileAtomic(place, text).catch((error: unknown) => {
    throw new CommandEnd(`${place} cannot be written: ${String(error)}`, EXIT.usage);
  });
};

type Colour = 'red' | 'yellow' | 'green';

/** A line for the person, on standard error so that results can be piped; colours on a terminal only. */
export const say = (text: string, colour?: Colour): void => {
  const stream = process.stderr;
  console.error(colour === undefined ? text : styleText(colour, text, { stream }));
};
