import { z } from 'zod';
import { isGpu } from '../../../cluster/gpu.ts';
import type { KubernetesObject } from '../../../cluster/kubernetes.ts';
import { quantityOf } from '../../../cluster/quantity.ts';

const DISABLED_ANNOTATION = 'opendatahub.io/disabled';

const amount = z.union([z.number(), z.string()]).transform((value) => quantityOf(value) ?? 0);

const profileSchema = z.object({
  metadata: z.object({ annotations: z.record(z.string()).optional() }),
  spec: z.object({
    identifiers: z
      .array(
        z.object({ identifier: z.string(), defaultCount: amount, maxCount: amount.optional() }),
      )
      .default([]),
  }),
});

/**
 * How many NVIDIA GPUs, or parts of them, a hardware profile can give one deployment at the most; none of one
 * that is switched off or cannot be read.
 */
export const profileGpus = (object: KubernetesObject): number => {
  const profile = profileSchema.safeParse(object);
  if (!profile.success || profile.data.metadata.annotations?.[DISABLED_ANNOTATION] === 'true') {
    return 0;
  }
  return profile.data.spec.identifiers
    .filter(({ identifier }) => isGpu(identifier))
    .reduce((sum, { maxCount, defaultCount }) => sum + (maxCount ?? defaultCount), 0);
};
