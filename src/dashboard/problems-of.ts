import { modelId } from '../catalog/catalog-model.ts';
import { type ModelNeeds, modelNeeds } from '../catalog/model-needs.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { findProblems } from '../submit/checks/find-problems.ts';
import { findUpdateProblems } from '../submit/checks/find-update-problems.ts';
import type { Problem } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import type { DeploymentUpdate } from '../submit/update-plan.ts';
import { catalogQuery } from '../wizard/catalog-query.ts';
import { chosenModelSchema } from '../wizard/model-field-value.ts';
import { queryClient } from '../wizard/query-client.ts';
import { MODEL_FIELD } from './field-ids.ts';
import type { Deployment, WizardState } from './host-contract.ts';

/** What is known to be wrong with the deployment that a wizard's state would make. */
export const problemsOf = (options: {
  state: WizardState;
  bundle: ResourceBundle;
  seen: SeenProject;
}): Problem[] => findProblems({ ...options, needs: needsOf(options.state) });

/** What is known to be wrong with an update that a wizard's state would make. */
export const updateProblemsOf = (options: UpdateToCheck & { seen: SeenProject }): Problem[] => {
  const { existing, updated, update, seen } = options;
  return findUpdateProblems({
    before: existing,
    after: updated,
    update,
    seen,
    needs: needsOf(options.state),
  });
};

/** A deployment as it is and as it is to be, with what is written for that. */
export interface UpdateToCheck {
  state: WizardState;
  existing: Deployment;
  updated: Deployment;
  update: DeploymentUpdate;
}

/** What the catalog, if it is there, knows of the chosen model. */
const needsOf = (state: WizardState): ModelNeeds => {
  const chosen = chosenModelSchema.safeParse(state[MODEL_FIELD]);
  if (!chosen.success || chosen.data.kind !== 'chosen') {
    return {};
  }
  const id = modelId(chosen.data.model);
  const models = queryClient.getQueryData(catalogQuery.queryKey)?.models;
  const entry = models?.find((model) => modelId(model) === id);
  return entry ? modelNeeds(entry) : {};
};
