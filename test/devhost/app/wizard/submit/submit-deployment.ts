import type {
  ApplyFieldData,
  Deployment,
  ExternalDataMap,
  WizardState,
} from '../../../../../src/dashboard/host-contract.ts';
import type {
  DeployExtension,
  DeploymentFunctionsExtension,
  DeploymentPayload,
} from '../wizard-extensions.ts';

/** Everything a submission needs; nothing of it is looked up on the way. */
export interface Submission {
  state: WizardState;
  externalData: ExternalDataMap;
  /** The deploy extension that won, or undefined if none is active. */
  method: DeployExtension | undefined;
  /** Side effects of active fields only. */
  functions: DeploymentFunctionsExtension[];
  existing?: Deployment | undefined;
  initialData?: Record<string, unknown> | undefined;
  applyFieldData: ApplyFieldData;
  overwrite: boolean;
  /** For what goes wrong after the deployment stands: it stops nothing. */
  onPostDeployError: (error: unknown) => void;
}

/**
 * Deploys as the dashboard does: every dry run at once, and if one of them rejects nothing real is
 * done; then, one after the other, the fields' `preDeploy`, the deploy extension, the fields'
 * `postDeploy`. An overwrite skips the dry run of the deploy extension, not those of the fields.
 * Nothing is rolled back. Throws what the failing part threw, untouched.
 */
export const submitDeployment = async (submission: Submission): Promise<Deployment> => {
  const { state, externalData, method, existing, initialData, applyFieldData, overwrite } =
    submission;
  const projectName = state.project.projectName;
  if (!projectName) {
    throw new Error('Project is required');
  }
  if (!method) {
    throw new Error('Deploy method is required. Model serving platform could be missing.');
  }
  const nothingYet: DeploymentPayload = { modelServingPlatformId: method.platform };
  const deploy = (dryRun: boolean) =>
    method.deploy(
      state,
      externalData,
      projectName,
      existing,
      undefined,
      undefined,
      undefined,
      dryRun,
      undefined,
      dryRun || !overwrite ? undefined : true,
      initialData,
      applyFieldData,
    );

  await Promise.all([
    runPreDeploy(submission, nothingYet, true),
    ...(overwrite ? [] : [deploy(true)]),
    runPostDeploy(submission, nothingYet, true),
  ]);
  await runPreDeploy(submission, nothingYet);
  const deployed = await deploy(false);
  await runPostDeploy(submission, deployed);
  return deployed;
};

const runPreDeploy = async (
  { functions, state, existing }: Submission,
  deployment: DeploymentPayload,
  dryRun?: boolean,
): Promise<void> => {
  let current = deployment;
  for (const { fieldId, preDeploy } of functions) {
    if (preDeploy) {
      current = await preDeploy(state[fieldId], state, current, existing, dryRun);
    }
  }
};

const runPostDeploy = async (
  { functions, state, existing, onPostDeployError }: Submission,
  deployment: DeploymentPayload,
  dryRun?: boolean,
): Promise<void> => {
  for (const { fieldId, postDeploy } of functions) {
    try {
      await postDeploy?.(state[fieldId], deployment, existing, dryRun);
    } catch (error) {
      if (dryRun) {
        throw error;
      }
      onPostDeployError(error);
    }
  }
};
