import { type CatalogModel, modelId } from './catalog-model.ts';
import { publisherOf } from './describe-model.ts';
import { kindOf, type ModelKind } from './model-kind.ts';
import { type ModelNeeds, modelNeeds } from './model-needs.ts';

/** A model with what people search, filter and sort by; what is not known is missing. */
export interface ModelEntry {
  id: string;
  model: CatalogModel;
  publisher: string;
  kind: ModelKind;
  /** How many parameters, not in billions. */
  parameters?: number;
  gpus?: NonNullable<ModelNeeds['gpus']>;
  /** When NVIDIA last changed it, in milliseconds since 1970. */
  updated?: number;
}

/** Reads from a model of the catalog what a list of models shows. */
export const toEntry = (model: CatalogModel): ModelEntry => {
  const { gpus, parameters } = modelNeeds(model);
  const updated = Date.parse(model.updatedDate ?? '');
  return {
    id: modelId(model),
    model,
    publisher: publisherOf(model.namespace),
    kind: kindOf(model),
    ...(parameters === undefined ? {} : { parameters }),
    ...(gpus === undefined ? {} : { gpus }),
    ...(Number.isNaN(updated) ? {} : { updated }),
  };
};
