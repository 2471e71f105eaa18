import type { CatalogModel } from '../../catalog/catalog-model.ts';
import { formatImage, imageOf } from '../../catalog/image-reference.ts';
import { recommendedVersion } from '../../catalog/order-versions.ts';

/** Which of a model's versions are mirrored. */
export const MIRRORED_TAGS = ['recommended', 'all'] as const;
export type MirroredTags = (typeof MIRRORED_TAGS)[number];

/** The models with only those versions that will be in the mirror: what a cluster without internet may offer. */
export const selectForMirror = (
  models: readonly CatalogModel[],
  tags: MirroredTags,
): CatalogModel[] => (tags === 'all' ? [...models] : models.flatMap(withRecommendedOnly));

/** `latestTag` only stays if it is mirrored: nothing else could be pulled. */
const withRecommendedOnly = (model: CatalogModel): CatalogModel[] => {
  const tag = recommendedVersion(model);
  if (tag === undefined) {
    return [];
  }
  const { latestTag, ...rest } = model;
  const fields = { ...rest, tags: [tag] };
  return [latestTag === tag ? { ...fields, latestTag } : fields];
};

/** Every image of the models, as `nvcr.io/nim/meta/llama:1.8.5`, sorted. */
export const imagesOf = (models: readonly CatalogModel[]): string[] =>
  models.flatMap((model) => model.tags.map((tag) => formatImage(imageOf(model, tag)))).toSorted();
