import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { PersistentVolumeClaim } from '../cluster/kubernetes.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import { askForDeployments } from '../wizard/list-deployments.ts';
import { storageFieldSchema } from '../wizard/storage/storage-field-value.ts';
import { STORAGE_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';

/** The one volume that is reused, and who uses it. */
export type SeenVolume = Pick<SeenProject, 'claims' | 'runtimes' | 'services'>;

/**
 * How an existing volume is at this moment: the review may have been open for long, and the dry run says
 * nothing about a volume that is gone or taken. Nothing for a new volume, and nothing that did not come.
 */
export const lookAtVolume = async (state: WizardState, project: string): Promise<SeenVolume> => {
  const storage = storageFieldSchema.safeParse(state[STORAGE_FIELD]);
  if (!storage.success || storage.data.kind !== 'existing') {
    return {};
  }
  const claim = await dashboardCluster.get<PersistentVolumeClaim>({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: storage.data.name, namespace: project },
  });
  if (claim.status === 'failed') {
    return claim.error.kind === 'notFound' ? { claims: [] } : {};
  }
  const isOfOnePod = claim.value.spec?.accessModes?.includes('ReadWriteOncePod') === true;
  return { claims: [claim.value], ...(isOfOnePod ? await lookForUsers(project) : {}) };
};

/** Only of a volume for one pod it matters whether somebody has begun to use it meanwhile. */
const lookForUsers = async (project: string): Promise<Omit<SeenVolume, 'claims'>> => {
  const [runtimes, services] = await askForDeployments(project);
  return {
    ...(runtimes.status === 'ok' ? { runtimes: runtimes.value } : {}),
    ...(services.status === 'ok' ? { services: services.value } : {}),
  };
};
