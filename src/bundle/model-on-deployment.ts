import {
  formatImage,
  imageOf,
  type ImageReference,
  parseImage,
} from '../catalog/image-reference.ts';
import type { ModelChoice } from './deployment-choices.ts';
import type { NimDeployment } from './nim-deployment.ts';
import { servingContainer, withServingContainer } from './serving-container.ts';

/**
 * Writes the chosen model onto a deployment: the image on the runtime, and the same format name on
 * both objects, without which KServe does not bind them.
 */
export const applyModel = <D extends NimDeployment>(deployment: D, choice: ModelChoice): D => {
  const { name } = choice.model;
  const { predictor } = deployment.model.spec;
  const model = {
    ...deployment.model,
    spec: {
      ...deployment.model.spec,
      predictor: { ...predictor, model: { ...predictor.model, modelFormat: { name } } },
    },
  };
  if (!deployment.server) {
    return { ...deployment, model };
  }
  const image = formatImage(imageOf(choice.model, choice.tag));
  const server = withServingContainer(deployment.server, (container) => ({ ...container, image }));
  const supportedModelFormats = [{ name, version: choice.tag, autoSelect: false, priority: 1 }];
  return {
    ...deployment,
    model,
    server: { ...server, spec: { ...server.spec, supportedModelFormats } },
  };
};

/** The image that a deployment runs; undefined for one without a runtime or with a digest. */
export const extractImage = (deployment: NimDeployment): ImageReference | undefined =>
  deployment.server && parseImage(servingContainer(deployment.server)?.image ?? '');
