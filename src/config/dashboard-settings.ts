import { z } from 'zod';
import { type NimConfig, nimConfigSchema } from './nim-config.ts';

/** What the plugin needs to know about the dashboard it runs in. */
export interface DashboardSettings {
  /** The dashboard's own namespace: where the catalog and the runtime template are. */
  namespace: string;
  /** Who is signed in, as the dashboard names them; empty if it does not say. */
  userName: string;
  nimConfig: NimConfig;
}

/** Why the settings could not be read, in words for a person. */
export class DashboardSettingsError extends Error {
  override name = 'DashboardSettingsError';
}

const statusSchema = z.object({
  kube: z.object({ namespace: z.string().min(1), userName: z.string().default('') }),
});

const configSchema = z.object({
  spec: z.object({ nimConfig: nimConfigSchema.default({}) }),
});

/** The SDK's own limit for what is asked of the cluster. */
const PATIENCE_MS = 60_000;

/** Asks the dashboard for its namespace and the `nimConfig` of its configuration, at once. */
export const readDashboardSettings = async (signal: AbortSignal): Promise<DashboardSettings> => {
  signal.throwIfAborted();
  const limit = new AbortController();
  const giveUp = (): void => limit.abort(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  const timer = setTimeout(giveUp, PATIENCE_MS);
  try {
    return await readBoth(limit.signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
};

const readBoth = async (signal: AbortSignal): Promise<DashboardSettings> => {
  const [status, config] = await Promise.all([
    readJson('/api/status', statusSchema, signal),
    readJson('/api/config', configSchema, signal),
  ]);
  return { ...status.kube, nimConfig: config.spec.nimConfig };
};

const readJson = async <Schema extends z.ZodTypeAny>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.output<Schema>> => {
  const response = await answered(path, () =>
    fetch(path, { signal, headers: { Accept: 'application/json' } }),
  );
  if (!response.ok) {
    throw new DashboardSettingsError(
      `The dashboard could not say how it is set up (it answered ${response.status} for ${path}). Reload the page, or ask an administrator.`,
    );
  }
  const parsed = schema.safeParse(parseJson(await answered(path, () => response.text())));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'no JSON object';
    throw new DashboardSettingsError(
      `The dashboard is not set up as it should be. Ask an administrator to check its configuration (${field}, in its answer for ${path}).`,
    );
  }
  return parsed.data;
};

/** Nor does it answer in time, or to the end, when the request is given up. */
const answered = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw new DashboardSettingsError(
      `The dashboard did not answer when asked how it is set up (${path}). Check your connection, then try again.`,
      { cause: error },
    );
  }
};

/** A sign-in page, say, is no JSON. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
