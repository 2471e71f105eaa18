import { queryOptions } from '@tanstack/react-query';
import type { ListReference } from '../../cluster/cluster-client.ts';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import { pluralOf } from '../../cluster/resource-path.ts';
import type {
  InferenceService,
  KubernetesObject,
  ServingRuntime,
} from '../../cluster/kubernetes.ts';
import { findLeftOvers, unmarkStale } from '../../submit/left-overs.ts';
import { SUBMISSION_LABEL, UNFINISHED_LABEL } from '../../submit/plan/submission-label.ts';
import {
  asksForTokens,
  findUnfinished,
  type UnfinishedDeployment,
} from '../../submit/unfinished-deployments.ts';
import * as words from '../../words/left-overs.ts';
import { valueOrProblem } from '../load-problem.ts';
import { reviewAccess } from '../review-access.ts';

const RUNTIME = { apiVersion: 'serving.kserve.io/v1alpha1', kind: 'ServingRuntime' };
const SERVICE = { apiVersion: 'serving.kserve.io/v1beta1', kind: 'InferenceService' };
const VOLUME = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const SECRET = { apiVersion: 'v1', kind: 'Secret' };
const ROLE_BINDING = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' };

/** What is not as it should be in a project, because a browser was closed. */
export interface Unfinished {
  /** To be removed. */
  leftOvers: KubernetesObject[];
  /** Whether this person may delete all of that, as far as the cluster says. */
  mayRemove: boolean;
  /** To be finished, or deleted. */
  deployments: UnfinishedDeployment[];
}

const nothing: Unfinished = { leftOvers: [], mayRemove: false, deployments: [] };

/**
 * What submissions that did not come to their end have left in a project. Who may not see it can do
 * nothing about it either, so a list that is forbidden counts as empty.
 */
export const leftOversQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'leftOvers', project],
    queryFn: ({ signal }) => lookForLeftOvers(project, signal),
    staleTime: 0,
    gcTime: 0,
  });

/**
 * Looks for them now: what they were a while ago may be in use since. What is marked as left over and is
 * not gets rid of its mark by this, so that nobody is offered its removal later.
 *
 * @throws LoadProblem when the cluster did not say
 */
export const lookForLeftOvers = async (
  project: string,
  signal?: AbortSignal,
): Promise<Unfinished> => {
  const read = { namespace: project, ...(signal ? { signal } : {}) };
  const [claims, secrets, ours] = await Promise.all([
    listed({ ...VOLUME, label: UNFINISHED_LABEL }, read),
    listed({ ...SECRET, label: UNFINISHED_LABEL }, read),
    listed<ServingRuntime>({ ...RUNTIME, label: SUBMISSION_LABEL }, read),
  ]);
  if ([claims, secrets, ours].every((some) => !some?.length)) {
    return nothing;
  }
  const [runtimes, services] = await Promise.all([
    listed<ServingRuntime>(RUNTIME, read),
    listed<InferenceService>(SERVICE, read),
  ]);
  // Without them nobody can tell what is in use.
  if (!runtimes || !services) {
    return nothing;
  }
  const marked = [...(claims ?? []), ...(secrets ?? [])];
  const { removable, stale } = findLeftOvers({ marked, runtimes, services }, Date.now());
  const [deployments, mayRemove] = await Promise.all([
    lookForUnfinished(services, read),
    mayDeleteAll(removable, project),
    unmarkStale(stale, dashboardCluster),
  ]);
  return { leftOvers: removable, mayRemove, deployments };
};

/** What the cluster does not say is tried, and then refused in its own words. */
const mayDeleteAll = async (
  objects: readonly KubernetesObject[],
  namespace: string,
): Promise<boolean> => {
  const kinds = new Map(objects.map(({ kind, apiVersion }) => [kind, apiVersion]));
  const answers = await Promise.all(
    [...kinds].map(([kind, apiVersion]) =>
      reviewAccess({
        verb: 'delete',
        group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '',
        resource: pluralOf(kind),
        namespace,
      }),
    ),
  );
  return answers.every((answer) => answer.status === 'failed' || answer.value !== false);
};

/** Nothing is asked where no deployment asks for tokens. */
const lookForUnfinished = async (
  services: readonly InferenceService[],
  read: { namespace: string; signal?: AbortSignal },
): Promise<UnfinishedDeployment[]> => {
  if (!services.some(asksForTokens)) {
    return [];
  }
  const [secrets, roleBindings] = await Promise.all([
    listed(SECRET, read),
    listed(ROLE_BINDING, read),
  ]);
  return secrets ? findUnfinished(services, { secrets, roleBindings }, Date.now()) : [];
};

/** Undefined where that is forbidden. The objects of a list do not say of which kind they are. */
const listed = async <T extends KubernetesObject>(
  { apiVersion, kind, label }: Pick<ListReference, 'apiVersion' | 'kind' | 'label'>,
  { namespace, signal }: { namespace: string; signal?: AbortSignal },
): Promise<T[] | undefined> => {
  const outcome = await dashboardCluster.list<T>(
    { apiVersion, kind, namespace, ...(label === undefined ? {} : { label }) },
    signal ? { signal } : {},
  );
  return outcome.status === 'failed' && outcome.error.kind === 'forbidden'
    ? undefined
    : valueOrProblem(outcome, words.leftOvers).map((object) => ({ ...object, apiVersion, kind }));
};
