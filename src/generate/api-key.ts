import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readKey } from '../apiKey/key-shape.ts';
import { CommandEnd, EXIT } from './exit-code.ts';

/**
 * The NGC key from a file, from NGC_API_KEY or from standard input, in this order. It is no option,
 * since every user of a machine sees the options of a running command.
 *
 * @throws CommandEnd without the key, and with no part of it in the message
 */
export const findApiKey = async (keyFile: string | undefined): Promise<string> => {
  const { source, given } = await readGiven(keyFile);
  const reading = readKey(given);
  if (reading.status === 'refused') {
    throw new CommandEnd(`${source}: ${reading.message}`, EXIT.usage);
  }
  return reading.key;
};

const readGiven = async (
  keyFile: string | undefined,
): Promise<{ source: string; given: string }> => {
  const fromEnvironment = process.env['NGC_API_KEY'];
  // What this process starts or dumps later does not get it.
  delete process.env['NGC_API_KEY'];
  if (keyFile !== undefined && keyFile !== '-') {
    const given = await readFile(keyFile, 'utf8').catch((error: unknown) => {
      throw new CommandEnd(`the key file cannot be read: ${String(error)}`, EXIT.usage);
    });
    return { source: 'the key file', given };
  }
  if (keyFile === undefined && fromEnvironment !== undefined) {
    return { source: 'NGC_API_KEY', given: fromEnvironment };
  }
  if (process.stdin.isTTY) {
    const how = 'set NGC_API_KEY, give --key-file FILE, or pass it on standard input';
    throw new CommandEnd(`no NVIDIA API key: ${how}`, EXIT.usage);
  }
  return { source: 'standard input', given: await text(process.stdin) };
};
