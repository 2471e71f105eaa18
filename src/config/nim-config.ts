import { z } from 'zod';

/**
 * `spec.nimConfig` of the OdhDashboardConfig: how an administrator changes what the wizard does.
 * All of it is optional, and nothing of it is needed in a plain installation.
 */
export const nimConfigSchema = z.object({
  customConfigMap: z.object({ name: z.string().min(1), namespace: z.string().min(1) }).optional(),
  disconnected: z
    .object({ disableKeyCollection: z.boolean().default(false) })
    .default({ disableKeyCollection: false }),
  disableKeyValidation: z.boolean().default(false),
  keyScope: z.enum(['project', 'deployment']).default('project'),
});

export type NimConfig = z.infer<typeof nimConfigSchema>;
