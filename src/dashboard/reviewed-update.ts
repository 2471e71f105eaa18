import type { NimDeployment } from '../bundle/nim-deployment.ts';
import { type Problem, stops } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import * as words from '../words/review-page.ts';
import { assembleUpdate, updateOf } from './assemble-update.ts';
import { type Deployment, KSERVE_PLATFORM, type WizardState } from './host-contract.ts';
import { updateProblemsOf, type UpdateToCheck } from './update-problems-of.ts';
import { applyOwnFields } from './apply-own-fields.ts';

interface Reviewed {
  state: WizardState;
  /** With what the form was opened. */
  initialData: unknown;
  seen: SeenProject;
}

/** What is known to be wrong with an update before it is sent; nothing of a deployment that cannot be seen. */
export const problemsOfReviewed = (options: Reviewed): Problem[] => {
  const update = reviewedUpdate(options);
  if (update) {
    return updateProblemsOf({ ...update, seen: options.seen });
  }
  return options.seen.services
    ? [stops('permissions', words.deploymentGone, words.deployAnew)]
    : [];
};

/**
 * What "Update deployment" would make of a deployment as it is in the project now; undefined where it is
 * not seen there. The host hands the one that it has read, and other plugins' fields, to an update only.
 */
const reviewedUpdate = (options: Reviewed): UpdateToCheck | undefined => {
  const { state, initialData, seen } = options;
  const found = find(state.k8sNameDesc.data.k8sName.value, seen);
  if (!found) {
    return undefined;
  }
  const existing: Deployment = { modelServingPlatformId: KSERVE_PLATFORM, ...found };
  const applyFieldData = applyOwnFields(state);
  const updated = assembleUpdate({ state, existing, initialData, applyFieldData });
  return {
    state,
    existing,
    updated,
    update: updateOf({ state, existing, updated, initialData }),
  };
};

const find = (name: string, { services, runtimes }: SeenProject): NimDeployment | undefined => {
  const model = services?.find(({ metadata }) => metadata.name === name);
  const runtime = model?.spec.predictor.model?.runtime;
  const server = runtimes?.find(({ metadata }) => metadata.name === runtime);
  return model && { model, ...(server ? { server } : {}) };
};
