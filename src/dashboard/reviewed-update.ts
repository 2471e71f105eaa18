import type { NimDeployment } from '../bundle/nim-deployment.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import { assembleUpdate, updateOf } from './assemble-update.ts';
import { type Deployment, KSERVE_PLATFORM, type WizardState } from './host-contract.ts';
import type { UpdateToCheck } from './update-problems-of.ts';
import { applyOwnFields } from './apply-own-fields.ts';

/**
 * What "Update deployment" would make of a deployment as it is in the project now; undefined where it is
 * not seen there. The host hands the one that it has read, and other plugins' fields, to an update only.
 */
export const reviewedUpdate = (options: {
  state: WizardState;
  initialData: unknown;
  seen: SeenProject;
}): UpdateToCheck | undefined => {
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
