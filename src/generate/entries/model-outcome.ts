import type { CatalogModel } from '../../catalog/catalog-model.ts';

/** What became of a model that the search shows. Every one of them ends as one of these. */
export type ModelOutcome =
  | { status: 'listed'; id: string; entry: CatalogModel; notes: string[] }
  /** There is nothing to deploy, and asking again would not change that. */
  | { status: 'left-out'; id: string; reason: string }
  /** It may well be deployable, but NVIDIA did not say: the catalog is partial without it. */
  | { status: 'failed'; id: string; reason: string; code?: number };
