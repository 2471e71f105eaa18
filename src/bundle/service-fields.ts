import type { EnvVar, InferenceService } from '../cluster/kubernetes.ts';
import type { DeploymentChoices, HardwareChoice } from './deployment-choices.ts';
import { isSame } from './is-same.ts';
import {
  type ServiceField,
  withAnnotations,
  withLabels,
  withModel,
  withPredictor,
} from './service-field.ts';

/** Annotations and labels by which the dashboard recognises what it made. */
const DISPLAY_NAME_ANNOTATION = 'openshift.io/display-name';
const DESCRIPTION_ANNOTATION = 'openshift.io/description';
const AUTH_ANNOTATION = 'security.opendatahub.io/enable-auth';
const AI_ASSET_LABEL = 'opendatahub.io/genai-asset';
const AI_USE_CASE_ANNOTATION = 'opendatahub.io/genai-use-case';
const PROFILE_NAME_ANNOTATION = 'opendatahub.io/hardware-profile-name';
const PROFILE_NAMESPACE_ANNOTATION = 'opendatahub.io/hardware-profile-namespace';
const PROFILE_VERSION_ANNOTATION = 'opendatahub.io/hardware-profile-resource-version';
const VISIBILITY_LABEL = 'networking.kserve.io/visibility';

const annotationOf = ({ metadata }: InferenceService, name: string): string | undefined =>
  metadata.annotations?.[name];

/** A deployment without a display name is shown by its own. */
export const displayNameField: ServiceField<string> = {
  read: (service) => annotationOf(service, DISPLAY_NAME_ANNOTATION) ?? service.metadata.name,
  write: (service, name) => withAnnotations(service, { [DISPLAY_NAME_ANNOTATION]: name }),
};

export const descriptionField: ServiceField<string> = {
  read: (service) => annotationOf(service, DESCRIPTION_ANNOTATION) ?? '',
  write: (service, text) => withAnnotations(service, { [DESCRIPTION_ANNOTATION]: text }),
};

/** Both bounds get the one number: only a deployment of other hands scales between two. */
export const replicasField: ServiceField<number> = {
  read: ({ spec: { predictor } }) => predictor.minReplicas ?? predictor.maxReplicas ?? 1,
  write: (service, replicas) =>
    withPredictor(service, { minReplicas: replicas, maxReplicas: replicas }),
};

/** Without a choice the resources of the existing deployment stay as they are. */
export const resourcesField: ServiceField<HardwareChoice['resources']> = {
  read: ({ spec }) => spec.predictor.model?.resources,
  write: (service, resources) => (resources ? withModel(service, { resources }) : service),
};

/**
 * Where the pods may run, by the hardware profile. Without a profile that stays as it is, and the host
 * takes the profile's annotations away, too.
 */
export const placementField: ServiceField<Omit<HardwareChoice, 'resources'>> = {
  read: (service) => {
    const { tolerations, nodeSelector } = service.spec.predictor;
    const profile = profileOf(service);
    return {
      ...(tolerations ? { tolerations } : {}),
      ...(nodeSelector ? { nodeSelector } : {}),
      ...(profile ? { profile } : {}),
    };
  },
  write: (service, { tolerations, nodeSelector, profile }) => {
    const marked = withAnnotations(service, {
      [PROFILE_NAME_ANNOTATION]: profile?.name,
      [PROFILE_NAMESPACE_ANNOTATION]: profile?.namespace,
      [PROFILE_VERSION_ANNOTATION]: profile?.resourceVersion,
    });
    return profile ? withPredictor(marked, { tolerations, nodeSelector }) : marked;
  },
  // What it says follows from the profile that was chosen, in the version of that time: neither what
  // administrators did to the profile since nor what others added here is a person's choice.
  isUnchanged: (shown, chosen) => isSameProfile(shown.profile, chosen.profile),
};

/** An older deployment names no namespace: the host looks its profile up by the name alone. */
const isSameProfile = (
  shown: HardwareChoice['profile'],
  chosen: HardwareChoice['profile'],
): boolean =>
  shown?.name === chosen?.name &&
  (shown?.namespace === '' || shown?.namespace === chosen?.namespace);

const profileOf = (service: InferenceService): HardwareChoice['profile'] => {
  const name = annotationOf(service, PROFILE_NAME_ANNOTATION);
  return name === undefined
    ? undefined
    : {
        name,
        namespace: annotationOf(service, PROFILE_NAMESPACE_ANNOTATION) ?? '',
        resourceVersion: annotationOf(service, PROFILE_VERSION_ANNOTATION) ?? '',
      };
};

export const externalRouteField: ServiceField<boolean> = {
  read: ({ metadata }) => metadata.labels?.[VISIBILITY_LABEL] === 'exposed',
  write: (service, isExposed) =>
    withLabels(service, { [VISIBILITY_LABEL]: isExposed ? 'exposed' : undefined }),
};

/** Whether calling the model takes a token. */
export const protectionField: ServiceField<boolean> = {
  read: (service) => annotationOf(service, AUTH_ANNOTATION) === 'true',
  write: (service, isProtected) =>
    withAnnotations(service, { [AUTH_ANNOTATION]: String(isProtected) }),
};

/** The host's field is a text: a blank line in it is no argument, nor is one that begins with "#". */
export const argumentsIn = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

export const argumentsField: ServiceField<string[]> = {
  read: ({ spec }) => argumentsIn(spec.predictor.model?.args ?? []),
  write: (service, args) => withModel(service, { args: args.length > 0 ? args : undefined }),
};

/** The form shows variables that are written out; one that comes from a Secret, say, is not its own. */
export const variablesField: ServiceField<{ name: string; value: string }[]> = {
  read: ({ spec }) => writtenOut(spec.predictor.model?.env ?? []),
  write: (service, variables) => {
    const env = mergeVariables(service.spec.predictor.model?.env ?? [], variables);
    return withModel(service, { env: env.length > 0 ? env : undefined });
  },
};

const writtenOut = (variables: readonly EnvVar[]): { name: string; value: string }[] =>
  variables.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));

/**
 * Each stays in its place, since a variable may refer to those before it, and new ones come last. In an
 * order of their own the chosen ones come after those that the form does not show.
 */
const mergeVariables = (
  before: readonly EnvVar[],
  chosen: readonly { name: string; value: string }[],
): EnvVar[] => {
  const isChosen = (name: string): boolean => chosen.some((variable) => variable.name === name);
  const wasThere = (name: string): boolean => before.some((variable) => variable.name === name);
  const inPlace = [
    ...before.flatMap((variable): EnvVar[] =>
      isChosen(variable.name)
        ? chosen.filter(({ name }) => name === variable.name)
        : variable.value === undefined
          ? [variable]
          : [],
    ),
    ...chosen.filter(({ name }) => !wasThere(name)),
  ];
  return isSame(writtenOut(inPlace), chosen)
    ? inPlace
    : [...inPlace.filter(({ value }) => value === undefined), ...chosen];
};

/** KServe's own default is to roll. */
export const strategyField: ServiceField<DeploymentChoices['strategy']> = {
  read: ({ spec }) =>
    spec.predictor.deploymentStrategy?.type === 'Recreate' ? 'recreate' : 'rolling',
  write: (service, strategy) =>
    withPredictor(service, {
      deploymentStrategy: { type: strategy === 'recreate' ? 'Recreate' : 'RollingUpdate' },
    }),
};

export const aiAssetField: ServiceField<DeploymentChoices['aiAsset']> = {
  read: (service) => {
    const useCase = annotationOf(service, AI_USE_CASE_ANNOTATION);
    return service.metadata.labels?.[AI_ASSET_LABEL] === 'true'
      ? useCase
        ? { useCase }
        : {}
      : undefined;
  },
  write: (service, asset) =>
    withAnnotations(withLabels(service, { [AI_ASSET_LABEL]: asset ? 'true' : undefined }), {
      [AI_USE_CASE_ANNOTATION]: asset?.useCase,
    }),
};
