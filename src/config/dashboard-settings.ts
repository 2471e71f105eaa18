import { z } from 'zod';
import { type NimConfig, nimConfigSchema } from './nim-config.ts';

/** What the plugin needs to know about the dashboard it runs in. */
export interface DashboardSettings {
  /** The dashboard's own namespace: where the catalog and the runtime template are. */
  namespace: string;
  nimConfig: NimConfig;
}

/** Why the settings could not be read, in words for a person. */
export class DashboardSettingsError extends Error {
  override name = 'DashboardSettingsError';
}

const statusSchema = z.object({ kube: z.object({ namespace: z.string().min(1) }) });

const configSchema = z.object({
  spec: z.object({ nimConfig: nimConfigSchema.default({}) }),
});

/** Asks the dashboard for its namespace and the `nimConfig` of its configuration, at once. */
export const readDashboardSettings = async (signal: AbortSignal): Promise<DashboardSettings> => {
  const [status, config] = await Promise.all([
    readJson('/api/status', statusSchema, signal),
    readJson('/api/config', configSchema, signal),
  ]);
  return { namespace: status.kube.namespace, nimConfig: config.spec.nimConfig };
};

const readJson = async <Schema extends z.ZodTypeAny>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.output<Schema>> => {
  const response = await fetch(path, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) {
    throw new DashboardSettingsError(
      `The dashboard answered ${response.status} for ${path}. Reload the page, or ask an administrator.`,
    );
  }
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new DashboardSettingsError(
      `The dashboard's answer for ${path} could not be read (${field}). Ask an administrator to check the dashboard's configuration.`,
    );
  }
  return parsed.data;
};
