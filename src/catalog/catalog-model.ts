import { z } from 'zod';

const REPOSITORY_PART = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** A tag as an image reference allows it (OCI distribution specification). */
export const imageTagSchema = z.string().regex(TAG, 'is not a valid image tag');

/**
 * One entry of the catalog ConfigMap, in the shape the ConfigMap holds it (a JSON text for each
 * model). Fields that are not known are kept and ignored; a missing `euRestricted`, as the older
 * format has it, means false.
 */
export const catalogModelSchema = z
  .object({
    name: z.string().regex(REPOSITORY_PART, 'is not a valid image name'),
    displayName: z.string().min(1, 'is empty'),
    shortDescription: z.string().default(''),
    namespace: z
      .string()
      .refine((value) => value.split('/').every((part) => REPOSITORY_PART.test(part)), {
        message: 'is not a valid image namespace',
      }),
    tags: z.array(imageTagSchema).min(1, 'has no version'),
    latestTag: imageTagSchema.optional(),
    updatedDate: z.string().optional(),
    /** Of the version that `latestTag` names. No model is left out for it. */
    latestTagPushedDate: z.string().optional().catch(undefined),
    euRestricted: z.boolean().default(false),
  })
  .passthrough();

/** A model that can be deployed: one image repository and its tags. */
export type CatalogModel = z.infer<typeof catalogModelSchema>;

/** What identifies a model in the wizard's state: the repository without registry and tag. */
export const modelId = (model: Pick<CatalogModel, 'namespace' | 'name'>): string =>
  `${model.namespace}/${model.name}`;
