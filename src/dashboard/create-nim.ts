import { keyReferenceSchema } from '../apiKey/key-reference.ts';
import { emptyVault } from '../apiKey/key-vault.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { checkDeployment, createDeployment } from '../submit/create-deployment.ts';
import type { WrittenObject } from '../submit/run/undo-run.ts';
import { assembleBundle } from './assemble-bundle.ts';
import { API_KEY_FIELD } from './field-ids.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { keyWritesOf, lookAgainAfter } from './key-of-deployment.ts';
import { readChoices } from './read-choices.ts';
import type * as checksModule from './refuse-problems.ts';
import { warnOfPreviousKeys } from './warn-of-previous-keys.ts';

interface NewNim {
  state: WizardState;
  project: string;
  dryRun: boolean;
  applyFieldData: ApplyFieldData;
}

/** Creates a deployment with everything that it is made of, or asks whether that could be done. */
export const createNim = async (options: NewNim): Promise<Deployment> => {
  const { state, project, dryRun } = options;
  const choices = readChoices(state, project);
  const reference = keyReferenceSchema.parse(state[API_KEY_FIELD]);
  const { bundle, deployment } = await assembleBundle({
    state,
    choices,
    keyWrites: await keyWritesOf(reference, { project, deployment: choices.name }),
    applyFieldData: options.applyFieldData,
  });
  try {
    return dryRun ? await check(state, bundle, deployment) : await create(bundle, deployment);
  } catch (error) {
    lookAgainAfter(error, project);
    throw error;
  }
};

const check = async (
  state: WizardState,
  bundle: ResourceBundle,
  deployment: Deployment,
): Promise<Deployment> => {
  const checks = await loadChecks();
  await checks?.refuseProblems({ state, bundle });
  await checkDeployment(bundle, dashboardCluster);
  return deployment;
};

/** Loaded with the review page already. A dry run says less without them, and still decides. */
const loadChecks = (): Promise<typeof checksModule | undefined> =>
  import('./refuse-problems.ts').catch(() => undefined);

const create = async (bundle: ResourceBundle, deployment: Deployment): Promise<Deployment> => {
  const { written, untidy } = await createDeployment(bundle, dashboardCluster);
  warnOfPreviousKeys(untidy);
  emptyVault(deployment.model.metadata.namespace);
  return asCreated(deployment, written);
};

const asCreated = (deployment: Deployment, created: readonly WrittenObject[]): Deployment => {
  const service = created.find(({ object }) => object.kind === deployment.model.kind)?.object;
  const { model } = deployment;
  return service
    ? { ...deployment, model: { ...model, metadata: { ...model.metadata, ...service.metadata } } }
    : deployment;
};
