import { NIM_REGISTRY } from '../catalog/image-reference.ts';
import {
  AI_ASSET_LABEL,
  AI_USE_CASE_ANNOTATION,
  PROFILE_NAME_ANNOTATION,
  PROFILE_NAMESPACE_ANNOTATION,
} from '../bundle/assemble-inference-service.ts';
import { NIM_ANNOTATION } from '../bundle/assemble-serving-runtime.ts';
import { servingContainer } from '../bundle/serving-container.ts';
import { type Deployment, NIM_LOCATION } from './host-contract.ts';

/** Whether an InferenceService is a NIM: its runtime is marked as one, or runs one of NVIDIA's images. */
export const isNimDeployment = ({ server }: Deployment): boolean => {
  const image = server && servingContainer(server)?.image;
  return (
    server?.metadata.annotations?.[NIM_ANNOTATION] !== undefined ||
    (image?.startsWith(`${NIM_REGISTRY}/nim/`) ?? false)
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
  const { annotations, namespace } = model.metadata;
  const { predictor } = model.spec;
  return {
    data: [
      annotations?.[PROFILE_NAME_ANNOTATION],
      predictor.model?.resources,
      predictor.tolerations,
      predictor.nodeSelector,
      ['model-serving'],
      namespace,
      annotations?.[PROFILE_NAMESPACE_ANNOTATION],
    ],
  };
};

export const extractReplicas = ({ model }: Deployment): { data: number | null } => ({
  data: model.spec.predictor.minReplicas ?? model.spec.predictor.maxReplicas ?? null,
});

export const extractRuntimeArgs = ({ model }: Deployment): { enabled: boolean; args: string[] } => {
  const args = model.spec.predictor.model?.args ?? [];
  return { enabled: args.length > 0, args };
};

export const extractEnvironmentVariables = ({
  model,
}: Deployment): { enabled: boolean; variables: { name: string; value: string }[] } => {
  const variables = (model.spec.predictor.model?.env ?? []).flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value }],
  );
  return { enabled: variables.length > 0, variables };
};

export const extractModelAvailabilityData = ({ model: { metadata } }: Deployment) => ({
  saveAsAiAsset: metadata.labels?.[AI_ASSET_LABEL] === 'true',
  useCase: metadata.annotations?.[AI_USE_CASE_ANNOTATION] ?? '',
});

/** The location of a deployment cannot be changed: the host fixes its select when told so. */
export const extractModelLocationData = () => ({
  type: NIM_LOCATION,
  fieldValues: {},
  additionalFields: {},
  disableInputFields: true,
});

export const extractDeploymentStrategy = ({ model }: Deployment): 'rolling' | 'recreate' =>
  model.spec.predictor.deploymentStrategy?.type === 'Recreate' ? 'recreate' : 'rolling';

/** A NIM has no serving runtime to choose: the host's select is not for it. */
export const extractModelServerTemplate = (): null => null;
