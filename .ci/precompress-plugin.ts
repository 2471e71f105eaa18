import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Writes a `.br` and a `.gz` beside every script, which the plugin's service sends to browsers that
 * take them: compressed once, at build time, and as small as it goes.
 */
export const precompress = (): Plugin => ({
  name: 'precompress',
  writeBundle: async ({ dir = '' }, bundle) => {
    await Promise.all(Object.keys(bundle).map((file) => compress(join(dir, file))));
  },
});

const compress = async (path: string): Promise<void> => {
  const content = await readFile(path);
  await Promise.all([
    promisify(brotliCompress)(content).then((compressed) => writeFile(`${path}.br`, compressed)),
    promisify(gzip)(content, { level: 9 }).then((compressed) =>
      writeFile(`${path}.gz`, compressed),
    ),
  ]);
};
