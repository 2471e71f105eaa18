import type { CatalogModel } from '../../catalog/catalog-model.ts';
import { CommandEnd, EXIT } from '../exit-code.ts';
import { catalogEntries, catalogText, splitIntoShards } from '../file/catalog-config-map.ts';
import { readCatalogFile } from '../file/catalog-file.ts';
import { mirrorList, type MirrorFormat } from '../mirror/mirror-list.ts';
import { imagesOf, selectForMirror, type MirroredTags } from '../mirror/mirror-selection.ts';
import { modelFilter } from '../model-filter.ts';
import { say, writeOutput } from '../output.ts';

export interface MirrorOptions {
  registry: string;
  models: string[];
  tags: MirroredTags;
  format: MirrorFormat;
  output: string;
  catalog?: string;
  name: string;
  namespace?: string;
}

/** `nim-catalog mirror`: the images for a mirror, and the catalog of just those. */
export const mirror = async (file: string, options: MirrorOptions): Promise<number> => {
  const { catalog } = await readCatalogFile(file);
  catalog.unreadable.forEach(({ name, reason }) => say(`left out: ${name}: ${reason}`, 'yellow'));
  const models = selectForMirror(chosenModels(catalog.models, options.models), options.tags);
  await writeOutput(options.output, mirrorList(models, options.registry, options.format));
  if (options.catalog !== undefined) {
    const shards = splitIntoShards(catalogEntries(models));
    await writeOutput(options.catalog, catalogText(options, shards));
  }
  say(`${models.length} models, ${imagesOf(models).length} images`);
  return catalog.unreadable.length === 0 ? EXIT.ok : EXIT.differences;
};

/** A pattern that means no model is a slip of the pen, and would be noticed only in the cluster. */
const chosenModels = (models: CatalogModel[], patterns: readonly string[]): CatalogModel[] => {
  const idle = patterns.find((pattern) => !models.some(modelFilter([pattern])));
  if (idle !== undefined) {
    throw new CommandEnd(`no model of the catalog is meant by --models ${idle}`, EXIT.usage);
  }
  return patterns.length === 0 ? models : models.filter(modelFilter(patterns));
};
