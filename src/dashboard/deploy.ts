import { isNimLocation } from './field-dependencies.ts';
import type { DeployFunction, PartialWizardState } from './host-contract.ts';

/** Ours is the deployment whose model location is "NVIDIA NIM". */
export const isDeployActive = (state: PartialWizardState): boolean => isNimLocation(state);

/**
 * What the host calls on "Deploy model": once with `dryRun`, when nothing may change, and once for
 * real. While a deployment is edited, its runtime and volume stay and the InferenceService is updated.
 *
 * @throws SubmissionError with a message for the person; while editing, the host's own error for a 409,
 *   so that it can offer "Force update" and "Refresh"
 */
export const deployNim: DeployFunction = async (
  state,
  _externalData,
  projectName,
  existing,
  _modelResource,
  _serverResource,
  _serverTemplateName,
  dryRun = false,
  _secretName,
  overwrite = false,
  initialData,
  applyFieldData = (deployment) => deployment,
) => {
  const { createNim, updateDeployment } = await import('./submission.ts');
  return existing
    ? updateDeployment({ state, existing, dryRun, overwrite, initialData, applyFieldData })
    : createNim({ state, project: projectName, dryRun, applyFieldData });
};
