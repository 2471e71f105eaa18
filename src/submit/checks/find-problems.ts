import { extractCache } from '../../bundle/deployed-cache.ts';
import { secretsInUse } from '../../bundle/key-on-deployment.ts';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import { servingContainer } from '../../bundle/serving-container.ts';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import type { PersistentVolumeClaim } from '../../cluster/kubernetes.ts';
import { planDeployment } from '../plan/submit-plan.ts';
import { checkAccelerators } from './accelerators.ts';
import { checkArguments } from './arguments.ts';
import { cacheVolumeOf } from './cache-volume.ts';
import { checkEnvironment } from './environment.ts';
import { checkLimitRanges } from './limit-range.ts';
import { checkName } from './name.ts';
import { checkPermissions } from './permissions.ts';
import { type Problem, stops } from './problem.ts';
import { checkQuotas } from './quota.ts';
import { checkSecrets } from './secrets.ts';
import type { SeenProject } from './seen-project.ts';
import { checkTokens, tokensOf } from './tokens.ts';
import {
  checkExistingVolume,
  checkNewVolume,
  checkReplicas,
  checkSize,
  usersOfVolume,
} from './volume.ts';

export interface CheckedDeployment {
  bundle: ResourceBundle;
  /** What the project holds. */
  seen: SeenProject;
  needs: ModelNeeds;
}

/** Everything that is known to be wrong with a new deployment, what stops it first. */
export const findProblems = (checked: CheckedDeployment): Problem[] =>
  [...ofProject(checked), ...ofVolume(checked), ...ofContainer(checked)].toSorted(
    (one, other) => Number(other.severity === 'stops') - Number(one.severity === 'stops'),
  );

const ofProject = ({ bundle, seen }: CheckedDeployment): Problem[] => {
  const plan = planDeployment(bundle, '');
  const { name, namespace: project = '' } = bundle.inferenceService.metadata;
  const used = secretsInUse({ model: bundle.inferenceService, server: bundle.runtime });
  return [
    ...checkPermissions(plan, { project, access: seen.access }),
    ...checkName({ name, project }, seen),
    ...checkTokens(tokensOf(bundle.tokens?.secrets ?? [])),
    ...(seen.secrets ? checkSecrets(plan, { used, secrets: seen.secrets }) : []),
    ...checkQuotas(bundle, seen.quotas ?? []),
    ...checkLimitRanges(bundle, seen.limitRanges ?? []),
  ];
};

const ofVolume = (checked: CheckedDeployment): Problem[] => {
  const { bundle, seen, needs } = checked;
  const { volume, inferenceService, runtime } = bundle;
  const replicas = inferenceService.spec.predictor.minReplicas ?? 1;
  if (volume) {
    const made = cacheVolumeOf(volume);
    return [
      ...checkNewVolume(volume, seen),
      ...checkReplicas(made, replicas),
      ...checkSize(made, needs.imageBytes),
    ];
  }
  const cache = extractCache({ model: inferenceService, server: runtime });
  return seen.claims && cache?.kind === 'existing'
    ? ofExisting(cache.name, seen.claims, checked)
    : [];
};

const ofExisting = (
  name: string,
  claims: readonly PersistentVolumeClaim[],
  { bundle, seen }: CheckedDeployment,
): Problem[] => {
  const claim = claims.find(({ metadata }) => metadata.name === name);
  return claim
    ? checkExistingVolume(cacheVolumeOf(claim), {
        users: usersOfVolume(name, seen.runtimes ?? [], bundle.runtime.metadata.name),
        replicas: bundle.inferenceService.spec.predictor.minReplicas ?? 1,
      })
    : [
        stops(
          'storage',
          `The volume "${name}" is not in the project any more`,
          'Go back to "Model details" and choose another one.',
        ),
      ];
};

const ofContainer = ({ bundle, needs }: CheckedDeployment): Problem[] => {
  const container = servingContainer(bundle.runtime);
  const { env = [], args = [], resources } = bundle.inferenceService.spec.predictor.model ?? {};
  const ofRuntime: unknown = container?.['args'];
  return [
    ...checkEnvironment(env, container?.env ?? []),
    ...checkArguments(args, Array.isArray(ofRuntime) ? ofRuntime.map(String) : []),
    ...checkAccelerators(resources, needs.gpus),
  ];
};
