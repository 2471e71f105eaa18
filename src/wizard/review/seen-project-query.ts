import { queryOptions } from '@tanstack/react-query';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { ClusterOutcome } from '../../cluster/cluster-error.ts';
import type {
  InferenceService,
  KubernetesObject,
  LimitRange,
  PersistentVolumeClaim,
  ResourceQuota,
  ServingRuntime,
  StorageClass,
} from '../../cluster/kubernetes.ts';
import { pluralOf } from '../../cluster/resource-path.ts';
import type { AccessAnswer, SeenProject } from '../../submit/checks/seen-project.ts';
import * as words from '../../words/seen-project.ts';
import { reviewAccess } from '../review-access.ts';
import { seenProjectKey } from '../seen-project-key.ts';
import { lookForParts } from './seen-parts.ts';
import { lookForSecrets } from './seen-secrets.ts';

/** What was seen of a project, and in words what could not be looked at. */
export interface ProjectSight {
  seen: SeenProject;
  notSeen: string[];
}

/** What is looked at a project for; name and volume of a deployment that is updated stay. */
export type SightPurpose = 'creation' | 'creation-with-tokens' | 'update';

/**
 * Everything that the checks before a deployment or an update look at: all requests at once, when the
 * review page is shown. It never fails: what this person may not see, or did not come, is not checked.
 */
export const seenProjectQuery = (project: string, purpose: SightPurpose = 'creation') =>
  queryOptions({
    queryKey: [...seenProjectKey(project), purpose],
    queryFn: ({ signal }): Promise<ProjectSight> => lookAt(project, purpose, signal),
    staleTime: 0,
  });

const KSERVE = 'serving.kserve.io';

const lookAt = async (
  project: string,
  purpose: SightPurpose,
  signal: AbortSignal,
): Promise<ProjectSight> => {
  const isNew = purpose !== 'update';
  const list = listerIn(project, signal);
  const [access, besides, ...lists] = await Promise.all([
    Promise.all(questions(project, purpose).map(ask)),
    lookForNames(project, purpose, signal),
    list<InferenceService>(`${KSERVE}/v1beta1`, 'InferenceService'),
    list<ServingRuntime>(`${KSERVE}/v1alpha1`, 'ServingRuntime'),
    isNew ? list<PersistentVolumeClaim>('v1', 'PersistentVolumeClaim') : notAsked,
    isNew ? list<StorageClass>('storage.k8s.io/v1', 'StorageClass', true) : notAsked,
    list<ResourceQuota>('v1', 'ResourceQuota'),
    list<LimitRange>('v1', 'LimitRange'),
  ]);
  const [services, runtimes, claims, classes, quotas, limitRanges] = lists;
  return {
    seen: {
      ...seenAs('services', services),
      ...seenAs('runtimes', runtimes),
      ...seenAs('claims', claims),
      ...seenAs('classes', classes),
      ...besides.seen,
      ...seenAs('quotas', quotas),
      ...seenAs('limitRanges', limitRanges),
      access: access.flat(),
    },
    notSeen: [
      ...LISTS.filter((_name, index) => lists[index]?.status === 'failed').map(
        (name) => words.notSeen[name],
      ),
      ...besides.notSeen,
      ...(access.some((answers) => answers.length === 0) ? [words.notSeen.access] : []),
    ],
  };
};

/** What has a name that a deployment needs or uses; one that is updated has its parts already. */
const lookForNames = async (
  project: string,
  purpose: SightPurpose,
  signal: AbortSignal,
): Promise<Pick<ProjectSight, 'notSeen'> & { seen: Partial<SeenProject> }> => {
  const isNew = purpose !== 'update';
  const hasTokens = purpose === 'creation-with-tokens';
  const [secrets, parts] = await Promise.all([
    lookForSecrets(project, { withTypes: isNew, signal }),
    isNew ? lookForParts(project, { hasTokens, signal }) : { seen: [], isComplete: true },
  ]);
  return {
    seen: { ...secrets.seen, parts: parts.seen },
    notSeen: [
      ...(secrets.isComplete ? [] : [words.notSeen.secrets]),
      ...(parts.isComplete ? [] : [words.notSeen.parts]),
    ],
  };
};

const listerIn =
  (namespace: string, signal: AbortSignal) =>
  <T extends KubernetesObject>(apiVersion: string, kind: string, isOfCluster = false) =>
    dashboardCluster.list<T>(
      { apiVersion, kind, ...(isOfCluster ? {} : { namespace }) },
      { signal },
    );

const notAsked: ClusterOutcome<never[]> = { status: 'ok', value: [] };

/** In the order of the lists. */
const LISTS = ['services', 'runtimes', 'claims', 'classes', 'quotas', 'limitRanges'] as const;

const seenAs = <Name extends string, T>(
  name: Name,
  outcome: ClusterOutcome<T>,
): { [Key in Name]?: T } =>
  outcome.status === 'ok' ? ({ [name]: outcome.value } as { [Key in Name]: T }) : {};

interface Question {
  verb: AccessAnswer['verb'];
  kind: string;
  group: string;
  namespace: string;
}

type Kind = readonly [kind: string, group: string];

/** Every kind that a submission may create, whether this one does or not: the answers are for all of them. */
const DEPLOYMENT: readonly Kind[] = [
  ['InferenceService', KSERVE],
  ['ServingRuntime', KSERVE],
];

const VOLUME: Kind = ['PersistentVolumeClaim', ''];

const SECRET: Kind = ['Secret', ''];

/** These go with the deployment: nobody has to delete them. */
const OWNED: readonly Kind[] = [
  ['ServiceAccount', ''],
  ['Role', 'rbac.authorization.k8s.io'],
  ['RoleBinding', 'rbac.authorization.k8s.io'],
];

/**
 * To replace a key, to give it to a deployment or to rename a token, one has to change Secrets; to take the
 * submission's mark off, Secrets and volumes.
 */
const questions = (namespace: string, purpose: SightPurpose): Question[] => {
  const may =
    (verb: Question['verb']) =>
    ([kind, group]: Kind): Question => ({ verb, kind, group, namespace });
  const create = [SECRET, ...OWNED].map(may('create'));
  if (purpose === 'update') {
    return [
      ...DEPLOYMENT.map(may('update')),
      may('delete')(SECRET),
      ...create,
      may('patch')(SECRET),
    ];
  }
  const ofItsOwn = [...DEPLOYMENT, VOLUME];
  return [
    ...ofItsOwn.map(may('create')),
    ...create,
    ...[SECRET, VOLUME].map(may('patch')),
    ...[...ofItsOwn, SECRET].map(may('delete')),
  ];
};

/** Nothing, when the cluster did not say. */
const ask = async ({ verb, kind, group, namespace }: Question): Promise<AccessAnswer[]> => {
  const outcome = await reviewAccess({ verb, group, resource: pluralOf(kind), namespace });
  const isAllowed = outcome.status === 'ok' ? outcome.value : undefined;
  return isAllowed === undefined ? [] : [{ verb, kind, isAllowed }];
};
