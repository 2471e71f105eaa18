import { keyReferenceSchema } from '../apiKey/key-reference.ts';
import { emptyVault } from '../apiKey/key-vault.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { checkDeployment, createDeployment } from '../submit/create-deployment.ts';
import type { WrittenObject } from '../submit/run/undo-run.ts';
import { assembleBundle } from './assemble-bundle.ts';
import { beforeWriting } from './before-writing.ts';
import { API_KEY_FIELD } from './field-ids.ts';
import type { ApplyFieldData, Deployment, WizardState } from './host-contract.ts';
import { keyWritesOf, lookAgainAfter, looksAtKey } from './key-of-deployment.ts';
import { type LastLook, lookAtUnseen, lookBesides } from './last-looks.ts';
import { loadChecks } from './load-checks.ts';
import { readChoices } from './read-choices.ts';
import { warnOfPreviousKeys } from './warn-of-previous-keys.ts';

interface NewNim {
  state: WizardState;
  project: string;
  dryRun: boolean;
  applyFieldData: ApplyFieldData;
}

/** A deployment that could be written. */
interface Prepared {
  bundle: ResourceBundle;
  deployment: Deployment;
  looks: LastLook[];
}

type Checks = NonNullable<Awaited<ReturnType<typeof loadChecks>>>;

/** Creates a deployment with everything that it is made of, or asks whether that could be done. */
export const createNim = async (options: NewNim): Promise<Deployment> => {
  const { project, dryRun } = options;
  const prepared = await beforeWriting(() => prepare(options));
  try {
    return dryRun ? await check(options, prepared) : await create(prepared);
  } catch (error) {
    lookAgainAfter(error, project);
    throw error;
  }
};

const prepare = async ({ state, project, applyFieldData }: NewNim): Promise<Prepared> => {
  const choices = readChoices(state, project);
  const reference = keyReferenceSchema.parse(state[API_KEY_FIELD]);
  const keyWrites = await keyWritesOf(reference, { project, deployment: choices.name });
  const assembled = await assembleBundle({ state, choices, keyWrites, applyFieldData });
  return { ...assembled, looks: looksAtKey(reference) };
};

/**
 * What the review page has seen is refused before the cluster is asked anything; only then is asked, and
 * the volume looked at again, all at once.
 */
const check = async (
  options: NewNim,
  { bundle, deployment, looks }: Prepared,
): Promise<Deployment> => {
  const checks = await loadChecks();
  await checks?.refuseProblems({ state: options.state, bundle });
  const all = [...looks, ...(checks ? looksAtVolume(options, bundle, checks) : [])];
  await beforeWriting(() => lookBesides(all, () => checkDeployment(bundle, dashboardCluster)));
  return deployment;
};

/** At a volume that is reused, as it is by now. */
const looksAtVolume = (
  { state, project }: NewNim,
  bundle: ResourceBundle,
  { refuseProblems, lookAtVolume }: Checks,
): LastLook[] => {
  const look = () => refuseProblems({ state, bundle, volume: lookAtVolume(state, project) });
  return bundle.volume ? [] : [{ at: 'volume', look }];
};

const create = async ({ bundle, deployment, looks }: Prepared): Promise<Deployment> => {
  await beforeWriting(() => lookAtUnseen(looks));
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
