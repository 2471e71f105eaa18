import type { ClusterOutcome } from '../../cluster/cluster-error.ts';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { ObjectMeta, Secret } from '../../cluster/kubernetes.ts';
import type { SeenProject } from '../../submit/checks/seen-project.ts';
import { queryClient } from '../query-client.ts';
import { settingsQuery } from '../settings-query.ts';

/** The types in which Kubernetes looks for a registry's login, whatever another one holds. */
const PULL_TYPES = ['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'];

/** What there is of a project's Secrets. */
interface SeenSecrets {
  seen: Pick<SeenProject, 'secrets' | 'notForPulling'>;
  isComplete: boolean;
}

/**
 * The metadata of a project's Secrets and, if wanted, which of them are of no use for pulling images: their type is no
 * metadata, but a list can be chosen by it. In a cluster that pulls with its own credentials nobody looks.
 */
export const lookForSecrets = async (
  project: string,
  { withTypes, signal }: { withTypes: boolean; signal: AbortSignal },
): Promise<SeenSecrets> => {
  if (!isKeyNeeded()) {
    return { seen: {}, isComplete: true };
  }
  const secrets = { apiVersion: 'v1', kind: 'Secret', namespace: project };
  const [all, notForPulling] = await Promise.all([
    metadataOf(dashboardCluster.list<Secret>(secrets, { signal })),
    withTypes
      ? metadataOf(
          dashboardCluster.list<Secret>({ ...secrets, notOfTypes: PULL_TYPES }, { signal }),
        )
      : [],
  ]);
  return {
    seen: {
      ...(all ? { secrets: all } : {}),
      ...(notForPulling ? { notForPulling: notForPulling.map(({ name }) => name) } : {}),
    },
    isComplete: all !== undefined && notForPulling !== undefined,
  };
};

const isKeyNeeded = (): boolean =>
  queryClient.getQueryData(settingsQuery.queryKey)?.nimConfig.disconnected.disableKeyCollection !==
  true;

const metadataOf = async (
  asked: Promise<ClusterOutcome<Secret[]>>,
): Promise<ObjectMeta[] | undefined> => {
  const outcome = await asked;
  return outcome.status === 'ok' ? outcome.value.map(({ metadata }) => metadata) : undefined;
};
