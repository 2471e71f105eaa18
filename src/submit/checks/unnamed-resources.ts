import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { LimitRange, ResourceQuota, ResourceRequirements } from '../../cluster/kubernetes.ts';
import { listed } from '../../words/language.ts';
import { type Problem, warns } from './problem.ts';
import { requestsOf } from './requests.ts';
import type { SeenProject } from './seen-project.ts';

/** A quota on one of these refuses every pod with a container that does not name it; of GPUs it does not. */
const NAMES = ['cpu', 'memory'] as const;
const DEMANDED = NAMES.flatMap((name) => [
  { entry: name, kind: 'requests' as const, name },
  { entry: `requests.${name}`, kind: 'requests' as const, name },
  { entry: `limits.${name}`, kind: 'limits' as const, name },
]);

/**
 * Whether a quota demands that the container says how much CPU and memory it takes, and neither it nor
 * a limit range does. Nobody is told but the controller that makes the pods.
 */
export const checkUnnamed = (
  { inferenceService }: Pick<ResourceBundle, 'inferenceService'>,
  { quotas = [], limitRanges }: Pick<SeenProject, 'quotas' | 'limitRanges'>,
): Problem[] => {
  if (!limitRanges) {
    return [];
  }
  const given = withDefaults(inferenceService.spec.predictor.model?.resources ?? {}, limitRanges);
  return quotas
    .filter((quota) => isAbout(quota, given))
    .flatMap((quota) => {
      const unnamed = DEMANDED.filter(
        ({ entry, kind, name }) =>
          quota.spec.hard?.[entry] !== undefined && given[kind]?.[name] === undefined,
      ).map(({ entry }) => entry);
      return unnamed.length === 0 ? [] : [toName(quota, unnamed)];
    });
};

/** What the cluster gives a container that names nothing. */
const withDefaults = (
  resources: ResourceRequirements,
  limitRanges: readonly LimitRange[],
): ResourceRequirements => {
  const ranges = limitRanges
    .flatMap(({ spec }) => spec.limits)
    .filter(({ type }) => type === 'Container');
  return {
    limits: Object.assign({}, ...ranges.map((range) => range.default), resources.limits),
    requests: Object.assign(
      {},
      ...ranges.map((range) => range.defaultRequest),
      requestsOf(resources),
    ),
  };
};

/** A pod is "best effort" when it names neither CPU nor memory, GPUs or not. */
const isAbout = ({ spec }: ResourceQuota, given: ResourceRequirements): boolean => {
  const isBestEffort = NAMES.every(
    (name) => given.requests?.[name] === undefined && given.limits?.[name] === undefined,
  );
  const scopes = ['NotTerminating', ...(isBestEffort ? [] : ['NotBestEffort'])];
  return !spec.scopeSelector && (spec.scopes ?? []).every((scope) => scopes.includes(scope));
};

const toName = ({ metadata }: ResourceQuota, unnamed: readonly string[]): Problem =>
  warns(
    'hardware',
    `The project's quota demands to know ${listed(unnamed)}`,
    `The quota "${metadata.name}" refuses pods that do not name it; the hardware profile names none, and no limit range of the project gives a default. The deployment would be made, and its pods would not. Choose a hardware profile with CPU and memory, or ask an administrator.`,
  );
