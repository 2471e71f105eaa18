import { queryOptions } from '@tanstack/react-query';
import type { ListReference } from '../cluster/cluster-client.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { InferenceService, KubernetesObject, ServingRuntime } from '../cluster/kubernetes.ts';
import { findLeftOvers } from '../submit/left-overs.ts';
import { SUBMISSION_LABEL } from '../submit/plan/submission-label.ts';

const RUNTIME = { apiVersion: 'serving.kserve.io/v1alpha1', kind: 'ServingRuntime' };
const SERVICE = { apiVersion: 'serving.kserve.io/v1beta1', kind: 'InferenceService' };
const VOLUME = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const SECRET = { apiVersion: 'v1', kind: 'Secret' };

/**
 * What submissions that did not come to their end have left in a project. Who may not see it can do
 * nothing about it either, so a list that is refused counts as empty.
 */
export const leftOversQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'leftOvers', project],
    queryFn: ({ signal }) => lookForLeftOvers(project, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** Looks for them now: what they were a while ago may be in use since. */
export const lookForLeftOvers = async (
  project: string,
  signal?: AbortSignal,
): Promise<KubernetesObject[]> => {
  const label = SUBMISSION_LABEL;
  const read = { namespace: project, ...(signal ? { signal } : {}) };
  const labelled = await Promise.all(
    [VOLUME, SECRET, RUNTIME].map((kind) => listed({ ...kind, label }, read)),
  );
  if (labelled.every((some) => !some?.length)) {
    return [];
  }
  const [runtimes, services] = await Promise.all([
    listed<ServingRuntime>(RUNTIME, read),
    listed<InferenceService>(SERVICE, read),
  ]);
  // Without them nobody can tell what is in use.
  return runtimes && services
    ? findLeftOvers(
        { labelled: labelled.flatMap((some) => some ?? []), runtimes, services },
        Date.now(),
      )
    : [];
};

/** The objects of a list do not say of which kind they are. */
const listed = async <T extends KubernetesObject>(
  { apiVersion, kind, label }: Pick<ListReference, 'apiVersion' | 'kind' | 'label'>,
  { namespace, signal }: { namespace: string; signal?: AbortSignal },
): Promise<T[] | undefined> => {
  const outcome = await dashboardCluster.list<T>(
    { apiVersion, kind, namespace, ...(label === undefined ? {} : { label }) },
    signal ? { signal } : {},
  );
  return outcome.status === 'ok'
    ? outcome.value.map((object) => ({ ...object, apiVersion, kind }))
    : undefined;
};
