import type { CatalogModel } from '../catalog/catalog-model.ts';
import { recommendedVersion } from '../catalog/order-versions.ts';
import { draftEntry, whyNotAsked } from './entries/draft-entry.ts';
import { foundId, type FoundModel } from './entries/found-model.ts';
import { withGpuNeeds } from './entries/gpu-needs.ts';
import type { ModelOutcome } from './entries/model-outcome.ts';
import { metadataSchema, repositorySchema, type Repository } from './ngc/ngc-answers.ts';
import type { NgcAnswer } from './ngc/ngc-answer.ts';
import type { NgcCatalog } from './ngc/ngc-catalog.ts';
import type { KeptAnswers } from './ngc/kept-answers.ts';

/** What a model's entry is made from, besides NVIDIA's answers. */
export interface CollectOptions {
  catalog: NgcCatalog;
  kept: KeptAnswers;
  /** Whether to ask for GPU needs. */
  sizing: boolean;
  /** Ids or names of models that are restricted in the EU. */
  euRestricted: ReadonlySet<string>;
  /** An earlier catalog, by `namespace/name`. */
  previous: ReadonlyMap<string, CatalogModel>;
  /** Whether a model is wanted; those that are not end in the report. */
  isExcluded: (found: FoundModel) => boolean;
}

/** The catalog entry of a found model, or why there is none. */
export const collectModel = async (
  found: FoundModel,
  options: CollectOptions,
): Promise<ModelOutcome> => {
  const id = foundId(found);
  if (options.isExcluded(found)) {
    return { status: 'left-out', id, reason: 'excluded' };
  }
  const notAsked = whyNotAsked(found);
  if (notAsked !== undefined) {
    return notAsked;
  }
  const drafted = draftEntry({
    found,
    repository: await askRepository(found, options),
    previous: options.previous.get(id),
    isEuRestricted: options.euRestricted.has(id) || options.euRestricted.has(found.name),
  });
  const tag = drafted.status === 'listed' ? recommendedVersion(drafted.entry) : undefined;
  if (drafted.status !== 'listed' || !options.sizing || tag === undefined) {
    return drafted;
  }
  const metadata = await options.kept.recall(`metadata ${id}:${tag}`, metadataSchema, () =>
    options.catalog.metadata(found, tag),
  );
  return withGpuNeeds(drafted, metadata);
};

/** NVIDIA's answer on one model's repository, or the one that was kept. */
export const askRepository = (
  found: FoundModel,
  { catalog, kept }: Pick<CollectOptions, 'catalog' | 'kept'>,
): Promise<NgcAnswer<Repository>> =>
  kept.recall(`repository ${foundId(found)}`, repositorySchema, () => catalog.repository(found));
