import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { StartProblem } from './start-problem.ts';

const clusterSchema = z.object({
  server: z.string().url(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': z.string().optional(),
  'proxy-url': z.string().optional(),
});

const userSchema = z
  .object({
    token: z.string().optional(),
    tokenFile: z.string().optional(),
    'client-certificate': z.string().optional(),
    'client-certificate-data': z.string().optional(),
    'client-key': z.string().optional(),
    'client-key-data': z.string().optional(),
    exec: z
      .object({
        apiVersion: z.string(),
        command: z.string(),
        args: z.array(z.string()).nullish(),
        env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
      })
      .optional(),
  })
  .passthrough();

const fileSchema = z.object({
  'current-context': z.string().nullish(),
  contexts: z
    .array(named('context', z.object({ cluster: z.string(), user: z.string() })))
    .nullish(),
  clusters: z.array(named('cluster', clusterSchema)).nullish(),
  users: z.array(named('user', userSchema.nullish())).nullish(),
});

function named<Name extends string, Value extends z.ZodTypeAny>(
  name: Name,
  value: Value,
): z.ZodType<{ name: string; value: z.output<Value> }, z.ZodTypeDef, unknown> {
  return z
    .object({ name: z.string(), [name]: value } as z.ZodRawShape)
    .transform((entry) => ({ name: String(entry.name), value: entry[name] as z.output<Value> }));
}

export type ClusterEntry = z.infer<typeof clusterSchema>;
export type UserEntry = z.infer<typeof userSchema>;

/** A kubeconfig's current context, with all paths made absolute. */
export interface KubeContext {
  name: string;
  cluster: ClusterEntry;
  userName: string;
  user: UserEntry;
}

/** Reads the current context from KUBECONFIG (several files: the first that names something wins) or ~/.kube/config. */
export const readCurrentContext = (environment: NodeJS.ProcessEnv): KubeContext => {
  const paths = (environment.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  const files = (paths.length > 0 ? paths : [join(homedir(), '.kube', 'config')])
    .map(readKubeconfig)
    .filter((file) => file !== undefined);
  if (files.length === 0) {
    throw new StartProblem('There is no kubeconfig (KUBECONFIG or ~/.kube/config).');
  }
  const current = files.map((file) => file['current-context']).find(Boolean);
  const find = <Value>(
    kind: string,
    entries: { name: string; value: Value }[],
    name: string,
  ): NonNullable<Value> =>
    entries.find((entry) => entry.name === name)?.value ??
    refuse(`the kubeconfig has no ${kind} "${name}"`);
  const name = current ?? refuse('the kubeconfig has no current context');
  const context = find(
    'context',
    files.flatMap(({ contexts }) => contexts ?? []),
    name,
  );
  return {
    name,
    cluster: find(
      'cluster',
      files.flatMap(({ clusters }) => clusters ?? []),
      context.cluster,
    ),
    userName: context.user,
    user: find(
      'user',
      files.flatMap(({ users }) => users ?? []),
      context.user,
    ),
  };
};

const refuse = (what: string): never => {
  throw new StartProblem(`--cluster kubeconfig: ${what}.`);
};

const pathMembers = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

/** One file; undefined if it is not there, as kubectl has it. */
const readKubeconfig = (path: string): z.infer<typeof fileSchema> | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const read = fileSchema.safeParse(parsed(text, path));
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse(`${path} cannot be read: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const folder = dirname(resolve(path));
  for (const { value } of [...(read.data.clusters ?? []), ...(read.data.users ?? [])]) {
    makeAbsolute(value as Record<string, unknown> | null | undefined, folder);
  }
  return read.data;
};

const parsed = (text: string, path: string): unknown => {
  try {
    return parse(text);
  } catch {
    return refuse(`${path} is no YAML`);
  }
};

const makeAbsolute = (entry: Record<string, unknown> | null | undefined, folder: string): void => {
  for (const member of pathMembers) {
    const path = entry?.[member];
    if (entry && typeof path === 'string') {
      entry[member] = resolve(folder, path);
    }
  }
};
