import { extractCache } from '../../bundle/deployed-cache.ts';
import { secretsInUse } from '../../bundle/key-on-deployment.ts';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import type { PersistentVolumeClaim } from '../../cluster/kubernetes.ts';
import { planDeployment, planSubmission } from '../plan/submit-plan.ts';
import { cacheVolumeOf, volumeClassOf } from './cache-volume.ts';
import { checkContainer } from './container.ts';
import { checkLimitRanges } from './limit-range.ts';
import { checkName } from './name.ts';
import { checkPartNames } from './part-names.ts';
import { checkPermissions } from './permissions.ts';
import { type Problem, stops, worstFirst } from './problem.ts';
import { checkQuotas } from './quota.ts';
import { checkUnnamed } from './unnamed-resources.ts';
import { checkPullType, checkSecrets } from './secrets.ts';
import type { SeenProject } from './seen-project.ts';
import { checkTokens, tokensOf } from './tokens.ts';
import { checkExistingVolume, checkNewVolume, checkReplicas, checkSize } from './volume.ts';
import { usersOfVolume } from './volume-users.ts';

/** A new deployment, and what is around it. */
export interface CheckedDeployment {
  bundle: ResourceBundle;
  /** What the project holds. */
  seen: SeenProject;
  needs: ModelNeeds;
}

/** Everything that is known to be wrong with a new deployment, the worst first. */
export const findProblems = (checked: CheckedDeployment): Problem[] =>
  worstFirst([...ofProject(checked), ...ofVolume(checked), ...ofContainer(checked)]);

const ofProject = ({ bundle, seen }: CheckedDeployment): Problem[] => {
  const plan = planDeployment(bundle, '');
  const { name, namespace: project = '' } = bundle.inferenceService.metadata;
  const clashes = checkTokens(tokensOf(bundle.tokens?.secrets ?? []));
  const used = secretsInUse({ model: bundle.inferenceService, server: bundle.runtime });
  return [
    ...checkName({ name, project }, seen),
    ...checkPartNames(bundle, seen.parts ?? []),
    ...clashes,
    // There is no plan for two tokens of one name.
    ...(clashes.length > 0
      ? []
      : checkPermissions(planSubmission(bundle, ''), { project, access: seen.access })),
    ...(seen.secrets ? checkSecrets(plan, { used, secrets: seen.secrets }) : []),
    ...checkPullType(plan, { used, notForPulling: seen.notForPulling ?? [] }),
    ...checkQuotas(bundle, seen.quotas ?? []),
    ...checkUnnamed(bundle, seen),
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
      ...checkSize(made, needs),
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
  { bundle, seen, needs }: CheckedDeployment,
): Problem[] => {
  const claim = claims.find(({ metadata }) => metadata.name === name);
  return claim
    ? checkExistingVolume(cacheVolumeOf(claim), {
        users: usersOfVolume(name, seen, bundle.runtime.metadata.name),
        replicas: bundle.inferenceService.spec.predictor.minReplicas ?? 1,
        needs,
        classes: seen.classes?.map(volumeClassOf),
      })
    : [
        stops(
          'storage',
          `The volume "${name}" is no longer in the project`,
          'Go back to "Model details" and choose another one.',
        ),
      ];
};

const ofContainer = ({ bundle, needs }: CheckedDeployment): Problem[] =>
  checkContainer({ model: bundle.inferenceService, server: bundle.runtime }, needs);
