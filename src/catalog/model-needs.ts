import { z } from 'zod';
import type { CatalogModel } from './catalog-model.ts';
import { bitsOf } from './model-precision.ts';
import { parametersOf } from './model-parameters.ts';

/** What a catalog knows of a model's needs; what it does not know is missing. */
export interface ModelNeeds {
  /** Of the latest version's image, compressed. */
  imageBytes?: number;
  /** The fewest GPUs that any of the model's profiles runs on. */
  gpus?: { count: number; memoryGb?: number };
  /** As the model's name says it, not in billions. */
  parameters?: number;
  /** Of each parameter in the model's files, where its name says it. */
  bits?: number;
}

const profileSchema = z.object({
  tensorParallelSize: z.number().int().positive(),
  minVramPerDeviceGb: z.number().positive().optional(),
});

const needsSchema = z.object({
  latestImageSize: z.number().positive().optional().catch(undefined),
  profiles: z.array(z.unknown()).optional().catch(undefined),
});

/** Reads the fields that a generated catalog has and the older format has not. */
export const modelNeeds = (model: CatalogModel): ModelNeeds => {
  const { latestImageSize, profiles = [] } = needsSchema.parse(model);
  const known = profiles.map((profile) => profileSchema.safeParse(profile));
  // One profile that does not say how many it needs may need the fewest.
  const all = known.flatMap((profile) => (profile.success ? [profile.data] : []));
  const [least] = all.toSorted(
    (one, other) =>
      one.tensorParallelSize - other.tensorParallelSize ||
      (one.minVramPerDeviceGb ?? 0) - (other.minVramPerDeviceGb ?? 0),
  );
  const parameters = parametersOf(model);
  const bits = bitsOf(model);
  return {
    ...(latestImageSize === undefined ? {} : { imageBytes: latestImageSize }),
    ...(least && all.length === known.length ? { gpus: gpusOf(least) } : {}),
    ...(parameters === undefined ? {} : { parameters }),
    ...(bits === undefined ? {} : { bits }),
  };
};

const gpusOf = ({
  tensorParallelSize,
  minVramPerDeviceGb,
}: z.infer<typeof profileSchema>): NonNullable<ModelNeeds['gpus']> => ({
  count: tensorParallelSize,
  ...(minVramPerDeviceGb === undefined ? {} : { memoryGb: minVramPerDeviceGb }),
});
