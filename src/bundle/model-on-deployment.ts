import { formatImage, imageOf } from '../catalog/image-reference.ts';
import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import type { ModelChoice } from './deployment-choices.ts';
import type { NimDeployment } from './nim-deployment.ts';
import { withModel, withPredictor } from './service-field.ts';
import { PROTOCOL_ANNOTATION } from './assemble-serving-runtime.ts';
import { servingContainer, withServingContainer } from './serving-container.ts';

/**
 * On the predictor of a deployment whose version was changed: the image. KServe looks at the runtime
 * again when the InferenceService has changed, and older versions of it at no other time.
 */
const IMAGE_ANNOTATION = 'nim-wizard.opendatahub.io/image';

/**
 * Writes the chosen model onto a new deployment: the image on the runtime, and the same format name on
 * both objects, without which KServe does not bind them.
 */
export const applyModel = <D extends NimDeployment>(deployment: D, choice: ModelChoice): D => {
  const { name } = choice.model;
  const model = withModel(deployment.model, { modelFormat: { name } });
  if (!deployment.server) {
    return { ...deployment, model };
  }
  const server = withImage(deployment.server, formatImage(imageOf(choice.model, choice.tag)));
  const supportedModelFormats = [{ name, version: choice.tag, autoSelect: false, priority: 1 }];
  return {
    ...deployment,
    model,
    server: { ...server, spec: { ...server.spec, supportedModelFormats } },
  };
};

/**
 * Lets an existing deployment run another version of its model. The name of the format, by which
 * KServe binds the two objects, stays; its version is written wherever there was one.
 */
export const changeVersion = <D extends NimDeployment>(
  deployment: D,
  { image, tag }: { image: string; tag: string },
): D => {
  if (!deployment.server) {
    return deployment;
  }
  const format = deployment.model.spec.predictor.model?.modelFormat;
  return {
    ...deployment,
    model: withVersion(withMark(deployment.model, image), tag),
    server: withFormatVersion(withImage(deployment.server, image), format?.name, tag),
  };
};

const withImage = (runtime: ServingRuntime, image: string): ServingRuntime =>
  withServingContainer(runtime, (container) => ({ ...container, image }));

const withMark = (service: InferenceService, image: string): InferenceService =>
  withPredictor(service, {
    annotations: { ...service.spec.predictor.annotations, [IMAGE_ANNOTATION]: image },
  });

/** KServe takes a format without a version for any version. */
const withVersion = (service: InferenceService, tag: string): InferenceService => {
  const format = service.spec.predictor.model?.modelFormat;
  return format?.version === undefined
    ? service
    : withModel(service, { modelFormat: { ...format, version: tag } });
};

const withFormatVersion = (
  runtime: ServingRuntime,
  name: string | undefined,
  tag: string,
): ServingRuntime => {
  const { supportedModelFormats } = runtime.spec;
  return supportedModelFormats
    ? {
        ...runtime,
        spec: {
          ...runtime.spec,
          supportedModelFormats: supportedModelFormats.map((format) =>
            format.name === name && format.version !== undefined
              ? { ...format, version: tag }
              : format,
          ),
        },
      }
    : runtime;
};

/** KServe makes the first port of a container the service's; by these names proxies know gRPC. */
const GRPC_PORTS = ['h2c', 'grpc'];

/** Whether a deployment is called by gRPC: by what its runtime says, or by the name of its port. */
export const isCalledByGrpc = ({ server }: NimDeployment): boolean => {
  const said = server?.metadata.annotations?.[PROTOCOL_ANNOTATION];
  const port = server && servingContainer(server)?.ports?.[0]?.name;
  return said === undefined ? GRPC_PORTS.includes(port ?? '') : said.toLowerCase() === 'grpc';
};

/** The image that a deployment runs, as its runtime names it; undefined for one without a runtime. */
export const extractImage = ({ server }: NimDeployment): string | undefined =>
  server && (servingContainer(server)?.image ?? '');
