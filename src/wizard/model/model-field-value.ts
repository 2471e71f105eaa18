import { z } from 'zod';
import { imageFromSamePlace } from '../../catalog/deployed-image.ts';
import { formatImage, imageOf } from '../../catalog/image-reference.ts';
import * as words from '../../words/model.ts';

const modelSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  displayName: z.string(),
});

/** What an existing deployment runs: another version is pulled from where its image is now. */
const deployedSchema = z.object({
  image: z.string(),
  /** The registry, and the path in it before the model's namespace. */
  prefix: z.string(),
  /** Missing where the image is named by its digest alone. */
  tag: z.string().optional(),
});

/** How a model is called; few are called by gRPC (speech, for instance), and most by HTTP. */
const protocolSchema = z.enum(['http', 'grpc']);

export type Protocol = z.infer<typeof protocolSchema>;

/**
 * What the wizard's state knows about the model: none yet, one with the tag as the catalog lists it, or,
 * of a deployment that is edited, an image that no tag names (a digest, for instance), which stays.
 */
const modelFieldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('chosen'),
    model: modelSchema,
    tag: z.string().min(1),
    /** HTTP if it is not said. */
    protocol: protocolSchema.optional(),
    /** Only while a deployment is edited. */
    deployed: deployedSchema.optional(),
  }),
  z.object({
    kind: z.literal('as-deployed'),
    /** Missing where the image cannot be read. */
    model: modelSchema.optional(),
    protocol: protocolSchema.optional(),
    deployed: deployedSchema,
  }),
]);

export type ModelFieldValue = z.infer<typeof modelFieldSchema>;

/** A model with a tag of the catalog. */
export type ChosenModel = Extract<ModelFieldValue, { kind: 'chosen' }>;
/** An image that is deployed and that no tag names. */
export type DeployedModel = Extract<ModelFieldValue, { kind: 'as-deployed' }>;

/** The wizard goes on when a model is chosen. */
export const chosenModelSchema = modelFieldSchema.refine(({ kind }) => kind !== 'none', {
  message: words.chooseModel,
});

/** How the chosen model is called: by HTTP if nothing is said. */
export const protocolOf = (value: ModelFieldValue): Protocol =>
  (value.kind === 'none' ? undefined : value.protocol) ?? 'http';

/** Whether a deployment that is edited goes on with the image that it has. */
export const isAsDeployed = (value: ModelFieldValue): boolean =>
  value.kind === 'as-deployed' ||
  (value.kind === 'chosen' && value.deployed !== undefined && value.deployed.tag === value.tag);

/** The image of a choice: that of the deployment to the letter, unless another version was chosen. */
export const imageOfChoice = (value: ChosenModel | DeployedModel): string => {
  if (value.kind === 'as-deployed') {
    return value.deployed.image;
  }
  const { model, tag, deployed } = value;
  if (!deployed) {
    return formatImage(imageOf(model, tag));
  }
  return deployed.tag === tag
    ? deployed.image
    : imageFromSamePlace({ ...model, prefix: deployed.prefix }, tag);
};
