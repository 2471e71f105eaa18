import { z } from 'zod';

const statusSchema = z.object({
  kube: z.object({ namespace: z.string(), userName: z.string(), isAdmin: z.boolean() }),
});

const configSchema = z.object({
  spec: z
    .object({ dashboardConfig: z.record(z.unknown()).default({}) })
    .passthrough()
    .default({ dashboardConfig: {} }),
});

const usersSchema = z.object({ users: z.array(z.string()), current: z.string() });

/** Who is signed in, where the dashboard lives, and what it is configured to show. */
export interface Session {
  userName: string;
  isAdmin: boolean;
  dashboardNamespace: string;
  featureFlags: Record<string, unknown>;
  /** Names that the user switcher offers. */
  users: string[];
}

const read = async <Schema extends z.ZodTypeAny>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}.`);
  }
  return schema.parse(await response.json());
};

/** Reads the session from the back end. Throws if one of its three addresses does not answer well. */
export const readSession = async (): Promise<Session> => {
  const [status, config, users] = await Promise.all([
    read('/api/status', statusSchema),
    read('/api/config', configSchema),
    read('/api/dev/users', usersSchema),
  ]);
  return {
    userName: status.kube.userName,
    isAdmin: status.kube.isAdmin,
    dashboardNamespace: status.kube.namespace,
    featureFlags: config.spec.dashboardConfig,
    users: users.users,
  };
};

/** Signs in as another user; the page has to be loaded again afterwards. */
export const signInAs = async (name: string): Promise<void> => {
  const response = await fetch('/api/dev/user', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) {
    throw new Error(`Signing in as ${name} was answered with ${response.status}.`);
  }
};
