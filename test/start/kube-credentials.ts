import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { KubeContext, UserEntry } from './kubeconfig.ts';
import { StartProblem } from './start-problem.ts';

/** How a cluster is reached and who it is told that we are. */
export interface KubeCredentials {
  url: string;
  tls: {
    ca?: string;
    cert?: string;
    key?: string;
    servername?: string;
    rejectUnauthorized?: boolean;
  };
  /** The bearer token of this moment; undefined if the certificate says it all. */
  token: () => Promise<string | undefined>;
}

/** Members of a user or cluster entry that change who one is or how the cluster is reached, and are not supported. */
const unsupportedUser = [
  'username',
  'password',
  'auth-provider',
  'as',
  'as-uid',
  'as-groups',
  'as-user-extra',
];

/** Makes what a context needs ready to use. Throws a StartProblem that names what is not supported or missing. */
export const credentialsOf = async (context: KubeContext): Promise<KubeCredentials> => {
  const { cluster, user } = context;
  const strange = unsupportedUser.find((member) => user[member] !== undefined);
  if (strange !== undefined) {
    throw problem(`"${strange}" of user "${context.userName}" is not supported`);
  }
  if (cluster['proxy-url'] !== undefined) {
    throw problem('"proxy-url" is not supported');
  }
  const ca = content(cluster['certificate-authority-data'], cluster['certificate-authority']);
  const serverName = cluster['tls-server-name'];
  const fromExec = user.exec === undefined ? undefined : execSource(user.exec);
  const first = await fromExec?.();
  const cert = first?.cert ?? content(user['client-certificate-data'], user['client-certificate']);
  const key = first?.key ?? content(user['client-key-data'], user['client-key']);
  const token = tokenSource(user, fromExec);
  if (cert === undefined && (await token()) === undefined) {
    throw problem(
      `user "${context.userName}" has neither a token nor a certificate nor a command for them`,
    );
  }
  return {
    url: cluster.server.replace(/\/+$/, ''),
    tls: {
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
      ...(serverName === undefined ? {} : { servername: serverName }),
      ...(cluster['insecure-skip-tls-verify'] === true ? { rejectUnauthorized: false } : {}),
    },
    token,
  };
};

const problem = (what: string): StartProblem => new StartProblem(`--cluster kubeconfig: ${what}.`);

/** Text given as base64 or as a file. */
const content = (data: string | undefined, file: string | undefined): string | undefined => {
  if (data !== undefined && data !== '') {
    return Buffer.from(data, 'base64').toString('utf8');
  }
  return file === undefined || file === '' ? undefined : fileContent(file);
};

const fileContent = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw problem(`${file} cannot be read`);
  }
};

const tokenSource = (
  user: UserEntry,
  fromExec: ExecSource | undefined,
): KubeCredentials['token'] => {
  const { token, tokenFile } = user;
  if (tokenFile !== undefined && tokenFile !== '') {
    // Read each time: such files are renewed.
    return async () => fileContent(tokenFile).trim();
  }
  return async () => token ?? (await fromExec?.())?.token;
};

interface ExecCredential {
  token?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
  expires: number;
}

type ExecSource = () => Promise<ExecCredential>;

/** What a credential plugin prints (client.authentication.k8s.io). */
const execCredentialSchema = z.object({
  status: z.object({
    token: z.string().optional(),
    clientCertificateData: z.string().optional(),
    clientKeyData: z.string().optional(),
    expirationTimestamp: z.string().datetime({ offset: true }).optional(),
  }),
});

const EXEC_LIMIT_MS = 30_000;
const EARLY_MS = 30_000;

/** Runs a context's credential plugin, and again shortly before what it gave expires. */
const execSource = (exec: NonNullable<UserEntry['exec']>): ExecSource => {
  let current: Promise<ExecCredential> | undefined;
  return async () => {
    const known = await current;
    if (known === undefined || known.expires - EARLY_MS < Date.now()) {
      current = runExec(exec);
    }
    return (await current) as ExecCredential;
  };
};

const runExec = async (exec: NonNullable<UserEntry['exec']>): Promise<ExecCredential> => {
  const info = {
    kind: 'ExecCredential',
    apiVersion: exec.apiVersion,
    spec: { interactive: false },
  };
  try {
    const { stdout } = await promisify(execFile)(exec.command, exec.args ?? [], {
      timeout: EXEC_LIMIT_MS,
      env: {
        ...process.env,
        ...Object.fromEntries((exec.env ?? []).map(({ name, value }) => [name, value])),
        KUBERNETES_EXEC_INFO: JSON.stringify(info),
      },
    });
    const { status } = execCredentialSchema.parse(JSON.parse(stdout));
    return {
      token: status.token,
      cert: status.clientCertificateData,
      key: status.clientKeyData,
      expires: Date.parse(status.expirationTimestamp ?? '9999-12-31T00:00:00Z'),
    };
  } catch {
    // What the command printed may hold a credential: it is not repeated.
    throw problem(`the command "${exec.command}" gave no credentials`);
  }
};
