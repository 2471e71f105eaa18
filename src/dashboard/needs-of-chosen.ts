import { modelId } from '../catalog/catalog-model.ts';
import { type ModelNeeds, modelNeeds } from '../catalog/model-needs.ts';
import { catalogQuery } from '../wizard/catalog-query.ts';
import { chosenModelSchema } from '../wizard/model/model-field-value.ts';
import { queryClient } from '../wizard/query-client.ts';
import { MODEL_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';

/** What the catalog, if it is there, knows of the chosen model. */
export const needsOfChosen = (state: WizardState): ModelNeeds => {
  const chosen = chosenModelSchema.safeParse(state[MODEL_FIELD]);
  if (!chosen.success || chosen.data.kind !== 'chosen') {
    return {};
  }
  const id = modelId(chosen.data.model);
  const models = queryClient.getQueryData(catalogQuery.queryKey)?.models;
  const entry = models?.find((model) => modelId(model) === id);
  return entry ? modelNeeds(entry) : {};
};
