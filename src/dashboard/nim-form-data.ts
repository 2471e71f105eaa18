import { NIM_REGISTRY } from '../catalog/image-reference.ts';
import { NIM_ANNOTATION } from '../bundle/assemble-serving-runtime.ts';
import {
  aiAssetField,
  argumentsField,
  placementField,
  replicasField,
  resourcesField,
  strategyField,
  variablesField,
} from '../bundle/service-fields.ts';
import { CACHE_PATH_VARIABLE, servingContainer } from '../bundle/serving-container.ts';
import { type Deployment, NIM_LOCATION } from './host-contract.ts';

/**
 * Whether an InferenceService is a NIM: its runtime is marked as one, runs one of NVIDIA's images, or
 * tells its container where a NIM caches, as one from a mirror does that was written by hand. What
 * NVIDIA's own operator made of a NIMService would be undone by it.
 */
export const isNimDeployment = ({ model, server }: Deployment): boolean => {
  const container = server && servingContainer(server);
  return (
    !model.metadata.ownerReferences?.some(({ kind }) => kind === 'NIMService') &&
    (server?.metadata.annotations?.[NIM_ANNOTATION] !== undefined ||
      container?.image?.startsWith(`${NIM_REGISTRY}/nim/`) === true ||
      container?.env?.some(({ name }) => name === CACHE_PATH_VARIABLE) === true)
  );
};

/** Where the host finds the hardware settings in an InferenceService. */
export const hardwareProfilePaths = {
  containerResourcesPath: 'spec.predictor.model.resources',
  tolerationsPath: 'spec.predictor.tolerations',
  nodeSelectorPath: 'spec.predictor.nodeSelector',
};

/** The arguments of the host's hardware profile hook, as its own KServe deployments give them. */
export const extractHardwareProfileConfig = ({ model }: Deployment) => {
  const { profile, tolerations, nodeSelector } = placementField.read(model);
  return {
    data: [
      profile?.name,
      resourcesField.read(model),
      tolerations,
      nodeSelector,
      ['model-serving'],
      model.metadata.namespace,
      profile?.namespace,
    ],
  };
};

/** How many pods are wanted. */
export const extractReplicas = ({ model }: Deployment): { data: number } => ({
  data: replicasField.read(model),
});

/** The deployment's own arguments, beside those of its runtime. */
export const extractRuntimeArgs = ({ model }: Deployment): { enabled: boolean; args: string[] } => {
  const args = argumentsField.read(model);
  return { enabled: args.length > 0, args };
};

/** The deployment's own variables, as far as they are plain text. */
export const extractEnvironmentVariables = ({
  model,
}: Deployment): { enabled: boolean; variables: { name: string; value: string }[] } => {
  const variables = variablesField.read(model);
  return { enabled: variables.length > 0, variables };
};

/** Whether the model is offered as an AI asset, and what for. */
export const extractModelAvailabilityData = ({ model }: Deployment) => {
  const asset = aiAssetField.read(model);
  return { saveAsAiAsset: asset !== undefined, useCase: asset?.useCase ?? '' };
};

/** The location of a deployment cannot be changed: the host fixes its select when told so. */
export const extractModelLocationData = () => ({
  type: NIM_LOCATION,
  fieldValues: {},
  additionalFields: {},
  disableInputFields: true,
});

/** Whether new pods come before the old ones go. */
export const extractDeploymentStrategy = ({ model }: Deployment): 'rolling' | 'recreate' =>
  strategyField.read(model);

/** A NIM has no serving runtime to choose: the host's select is not for it. */
export const extractModelServerTemplate = (): null => null;
