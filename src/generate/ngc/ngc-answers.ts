import { z } from 'zod';

/**
 * What NVIDIA's API answers, as far as it is used. The schemas are lenient: what is not needed may
 * be missing or of another shape, since nobody promised that it stays.
 */

/** A text that may be missing, or of a shape that is no text: then it is not known. */
const maybeText = z.string().min(1).optional().catch(undefined);
const maybeCount = z.number().nonnegative().optional().catch(undefined);

const attributeSchema = z.object({ key: z.string(), value: maybeText });

/** One container of the search result. `resourceId` is `org/team/name`. */
export const foundResourceSchema = z.object({
  resourceId: z.string(),
  displayName: maybeText,
  dateModified: maybeText,
  attributes: z.array(attributeSchema.or(z.unknown())).optional().catch(undefined),
});

/** `GET /v2/search/catalog/resources/CONTAINER`: one page; groups hold the same resources. */
export const searchPageSchema = z.object({
  params: z.object({ page: z.number().int() }).optional().catch(undefined),
  resultPageTotal: z.number().int(),
  results: z.array(
    z.object({ groupValue: maybeText, resources: z.array(z.unknown()).default([]) }),
  ),
});
export type SearchPage = z.infer<typeof searchPageSchema>;

/** `GET /v2/org/{org}/team/{team}/repos/{name}?resolve-labels=true`. Sizes are compressed bytes. */
export const repositorySchema = z.object({
  displayName: maybeText,
  shortDescription: maybeText,
  tags: z.array(z.string()),
  latestTag: maybeText,
  updatedDate: maybeText,
  latestImageSize: maybeCount,
});
export type Repository = z.infer<typeof repositorySchema>;

/** `GET /v2/nim/metadata`: the GPUs that one way of running a model needs. */
const profileSchema = z.object({
  profile_id: z.string().min(1),
  min_vram_per_device_gb: maybeCount,
  tensor_parallel_size: maybeCount,
  gpu_device: maybeText,
});
export const metadataSchema = z.object({ profiles: z.array(profileSchema) });
export type Metadata = z.infer<typeof metadataSchema>;

/** `POST /v3/keys/get-caller-info`: all that makes it an answer about a key; the rest is personal. */
export const callerSchema = z.object({ type: z.string().min(1) });

/** The value of an attribute, the way search results carry `latestTag`. */
export const attributeOf = (
  resource: z.infer<typeof foundResourceSchema>,
  key: string,
): string | undefined =>
  (resource.attributes ?? [])
    .map((attribute) => attributeSchema.safeParse(attribute))
    .find((attribute) => attribute.data?.key === key)?.data?.value;
