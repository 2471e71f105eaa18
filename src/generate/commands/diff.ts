import { diffCatalogs, isEqual } from '../diff/catalog-diff.ts';
import { describeDiff, type DiffFormat } from '../diff/describe-diff.ts';
import { EXIT } from '../exit-code.ts';
import { readCatalogFile } from '../file/catalog-file.ts';
import { writeOutput } from '../output.ts';

export interface DiffOptions {
  format: DiffFormat;
  output: string;
}

/** `nim-catalog diff`: what changed; the exit code says whether anything did. */
export const diff = async (older: string, newer: string, options: DiffOptions): Promise<number> => {
  const [from, to] = [await readCatalogFile(older), await readCatalogFile(newer)];
  const changes = diffCatalogs(from.catalog, to.catalog);
  await writeOutput(options.output, describeDiff(changes, options.format));
  return isEqual(changes) ? EXIT.ok : EXIT.differences;
};
