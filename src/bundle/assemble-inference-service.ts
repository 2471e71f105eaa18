import type { EnvVar, InferenceService } from '../cluster/kubernetes.ts';
import type { DeploymentChoices } from './deployment-choices.ts';

/** Annotations and labels by which the dashboard recognises what it made. */
export const AI_ASSET_LABEL = 'opendatahub.io/genai-asset';
export const AI_USE_CASE_ANNOTATION = 'opendatahub.io/genai-use-case';
export const PROFILE_NAME_ANNOTATION = 'opendatahub.io/hardware-profile-name';
export const PROFILE_NAMESPACE_ANNOTATION = 'opendatahub.io/hardware-profile-namespace';
const VISIBILITY_LABEL = 'networking.kserve.io/visibility';

/**
 * The InferenceService as the host's own KServe deployments have it, from the host's own fields. What
 * an existing one has besides is kept; what a field switched off is taken away.
 */
export const assembleInferenceService = (
  choices: DeploymentChoices,
  existing?: InferenceService,
): InferenceService => ({
  ...existing,
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: {
    ...existing?.metadata,
    name: choices.name,
    namespace: choices.project,
    labels: withoutUndefined({
      ...existing?.metadata.labels,
      'opendatahub.io/dashboard': 'true',
      [VISIBILITY_LABEL]: choices.externalRoute ? 'exposed' : undefined,
      [AI_ASSET_LABEL]: choices.aiAsset ? 'true' : undefined,
    }),
    annotations: withoutUndefined({
      ...existing?.metadata.annotations,
      'openshift.io/display-name': choices.displayName,
      'openshift.io/description': choices.description,
      'security.opendatahub.io/enable-auth': String(choices.tokens.length > 0),
      [AI_USE_CASE_ANNOTATION]: choices.aiAsset?.useCase,
      ...profileAnnotations(choices),
    }),
  },
  spec: { ...existing?.spec, predictor: predictorOf(choices, existing) },
});

/** Settings that exist already come from no profile: the host takes its annotations away, too. */
const profileAnnotations = ({
  hardware: { profile },
}: DeploymentChoices): Record<string, string | undefined> => ({
  [PROFILE_NAME_ANNOTATION]: profile?.name,
  [PROFILE_NAMESPACE_ANNOTATION]: profile?.namespace,
  'opendatahub.io/hardware-profile-resource-version': profile?.resourceVersion,
});

const predictorOf = (
  choices: DeploymentChoices,
  existing?: InferenceService,
): InferenceService['spec']['predictor'] => {
  const { hardware } = choices;
  const before = existing?.spec.predictor;
  return withoutUndefined({
    ...before,
    minReplicas: choices.replicas,
    maxReplicas: choices.replicas,
    deploymentStrategy: { type: choices.strategy === 'recreate' ? 'Recreate' : 'RollingUpdate' },
    // Without a profile the settings of the existing deployment stay as they are.
    ...(hardware.profile
      ? { tolerations: hardware.tolerations, nodeSelector: hardware.nodeSelector }
      : {}),
    model: withoutUndefined({
      ...before?.model,
      runtime: before?.model?.runtime ?? choices.name,
      ...(hardware.resources ? { resources: hardware.resources } : {}),
      args: choices.args.length > 0 ? choices.args : undefined,
      env: variablesOf(choices, before?.model?.env),
    }),
  });
};

/** The form shows variables that are written out; one that comes from a Secret, say, is not its own. */
const variablesOf = (
  choices: DeploymentChoices,
  before: readonly EnvVar[] = [],
): EnvVar[] | undefined => {
  const names = choices.env.map(({ name }) => name);
  const kept = before.filter(({ name, value }) => value === undefined && !names.includes(name));
  const variables = [...kept, ...choices.env];
  return variables.length > 0 ? variables : undefined;
};

/** A field that is `undefined` is a field that is not there: the API server must not see it. */
const withoutUndefined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Defined<T>;

type Defined<T> = { [Field in keyof T]: Exclude<T[Field], undefined> };
