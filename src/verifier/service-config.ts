import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { NIM_REGISTRY } from '../catalog/image-reference.ts';
import { mayCarryKeys } from './upstream-address.ts';
import type { NvidiaProxy } from './way-to-nvidia.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything the service can be told; docs/configuration.md has the table of variables. */
export interface ServiceConfig {
  host: string;
  /** 0 lets the system choose one; the log says which. */
  port: number;
  /** The folder of the plugin's static files, absolute; without it only the API is served. */
  staticDir?: string;
  /** NVIDIA's key service, without a trailing slash. */
  ngcUrl: string;
  /** NVIDIA's registry, asked whether a key may pull an image. */
  registry: {
    /** What every image that is asked about begins with. */
    name: string;
    /** Where it is asked, without a trailing slash. */
    url: string;
    /** `host` or `host:port` that a manifest's redirect may lead to. */
    redirectHosts: string[];
  };
  /** The Kubernetes API server, without a trailing slash. */
  kubernetesUrl: string;
  /** PEM of the authority that signed the API server's certificate, instead of the system's. */
  kubernetesCa?: string;
  /** PEM of the service's own key and certificate; without them it speaks plain HTTP. */
  tls?: { key: string; cert: string };
  /** Where these were read, to be read again when they change. */
  tlsFiles?: { key: string; cert: string };
  logLevel: (typeof logLevels)[number];
  /** How often one user may have a key verified in a minute, and as often a pull checked. */
  attemptsPerMinute: number;
  /** How often all users together may have NVIDIA asked in a minute. */
  totalAttemptsPerMinute: number;
  /** How many questions to NVIDIA may be under way at once; the others wait. */
  nvidiaAtOnce: number;
  /** Where Prometheus asks, on a port of its own; without it there are no metrics. */
  metricsPort?: number;
  /** The longest that a whole answer may take, in milliseconds. */
  timeLimitMs: number;
  /** The way out to NVIDIA; Kubernetes is always asked directly. Empty: no proxy. */
  proxy: NvidiaProxy;
}

export type ConfigReading =
  { status: 'ok'; config: ServiceConfig } | { status: 'refused'; problems: string[] };

type Environment = Record<string, string | undefined>;

/** A problem is reported under the variable's name, which is the member's name in the schema. */
const problem = (ctx: z.RefinementCtx, message: string): typeof z.NEVER => {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
};

const upstreamUrl = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== '' ||
    url.password !== ''
  ) {
    return problem(ctx, 'must be an address such as https://host:port');
  }
  if (!mayCarryKeys(url)) {
    return problem(ctx, 'must begin with https:// (http:// only for this machine)');
  }
  return url.href.replace(/\/+$/, '');
});

const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

const host = z.string().refine((text) => hostName.test(text), {
  message: 'must be a host such as registry.example:5000',
});

/** Separated by commas; none at all is a list too. */
const hosts = z.string().transform((text, ctx) => {
  const listed = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none');
  return listed.every((name) => hostName.test(name))
    ? listed
    : problem(ctx, 'must be hosts such as a.example,b.example:8443, or none');
});

const fileContent = z.string().transform((path, ctx) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return problem(ctx, 'names a file that cannot be read');
  }
});

const folder = z.string().transform((path, ctx) => {
  const found = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return found ? resolve(path) : problem(ctx, 'names a folder that is not there');
});

const wholeNumber = (from: number, to: number): z.ZodType<number, z.ZodTypeDef, string> =>
  z.string().transform((text, ctx) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to
      ? value
      : problem(ctx, `must be a whole number from ${from} to ${to}`);
  });

const environmentSchema = z.object({
  NIM_WIZARD_HOST: z.string().default('0.0.0.0'),
  NIM_WIZARD_PORT: wholeNumber(0, 65_535).default('8080'),
  NIM_WIZARD_STATIC_DIR: folder.optional(),
  NIM_WIZARD_NGC_URL: upstreamUrl.default('https://api.ngc.nvidia.com'),
  NIM_WIZARD_REGISTRY: host.default(NIM_REGISTRY),
  NIM_WIZARD_REGISTRY_URL: upstreamUrl.default('https://nvcr.io'),
  // Names seen in firewall lists for NGC, not confirmed by NVIDIA's documentation: a wrong one only makes a check say "could not tell".
  NIM_WIZARD_REGISTRY_REDIRECT_HOSTS: hosts.default('layers.nvcr.io,xfiles.ngc.nvidia.com'),
  NIM_WIZARD_KUBERNETES_URL: upstreamUrl.default('https://kubernetes.default.svc'),
  NIM_WIZARD_KUBERNETES_CA_FILE: fileContent.optional(),
  NIM_WIZARD_TLS_KEY_FILE: fileContent.optional(),
  NIM_WIZARD_TLS_CERT_FILE: fileContent.optional(),
  NIM_WIZARD_LOG_LEVEL: z
    .enum(logLevels, { message: `must be one of ${logLevels.join(', ')}` })
    .default('info'),
  NIM_WIZARD_ATTEMPTS_PER_MINUTE: wholeNumber(1, 1_000).default('20'),
  NIM_WIZARD_TOTAL_ATTEMPTS_PER_MINUTE: wholeNumber(1, 100_000).default('600'),
  NIM_WIZARD_NVIDIA_AT_ONCE: wholeNumber(1, 1_000).default('64'),
  NIM_WIZARD_METRICS_PORT: wholeNumber(0, 65_535).optional(),
  NIM_WIZARD_TIME_LIMIT_MS: wholeNumber(100, 10_000).default('10000'),
  HTTP_PROXY: z.string().default(''),
  HTTPS_PROXY: z.string().default(''),
  NO_PROXY: z.string().default(''),
});

/** Reads the service's environment. An empty variable counts as absent; problems name the variable. */
export const readServiceConfig = (environment: Environment): ConfigReading => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = environmentSchema.safeParse({ ...proxyVariables(given), ...given });
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    return { status: 'refused', problems };
  }
  const { NIM_WIZARD_TLS_KEY_FILE: key, NIM_WIZARD_TLS_CERT_FILE: cert } = read.data;
  if ((key === undefined) !== (cert === undefined)) {
    const problems = ['NIM_WIZARD_TLS_KEY_FILE and NIM_WIZARD_TLS_CERT_FILE go together'];
    return { status: 'refused', problems };
  }
  const files = { key: given['NIM_WIZARD_TLS_KEY_FILE'], cert: given['NIM_WIZARD_TLS_CERT_FILE'] };
  return { status: 'ok', config: { ...configFrom(read.data), ...tlsFilesFrom(files) } };
};

/** Proxies are often configured in small letters, which curl and others accept too. */
const proxyVariables = (given: Environment): Environment =>
  Object.fromEntries(
    ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']
      .map((name) => [name, given[name.toLowerCase()]] as const)
      .filter(([, value]) => value !== undefined),
  );

const tlsFilesFrom = (files: {
  key: string | undefined;
  cert: string | undefined;
}): Pick<ServiceConfig, 'tlsFiles'> =>
  files.key === undefined || files.cert === undefined
    ? {}
    : { tlsFiles: { key: files.key, cert: files.cert } };

const configFrom = (read: z.infer<typeof environmentSchema>): ServiceConfig => {
  const { NIM_WIZARD_TLS_KEY_FILE: key, NIM_WIZARD_TLS_CERT_FILE: cert } = read;
  const staticDir = read.NIM_WIZARD_STATIC_DIR;
  const metricsPort = read.NIM_WIZARD_METRICS_PORT;
  const kubernetesCa = read.NIM_WIZARD_KUBERNETES_CA_FILE;
  return {
    host: read.NIM_WIZARD_HOST,
    port: read.NIM_WIZARD_PORT,
    ...(staticDir === undefined ? {} : { staticDir }),
    ngcUrl: read.NIM_WIZARD_NGC_URL,
    registry: {
      name: read.NIM_WIZARD_REGISTRY,
      url: read.NIM_WIZARD_REGISTRY_URL,
      redirectHosts: read.NIM_WIZARD_REGISTRY_REDIRECT_HOSTS,
    },
    kubernetesUrl: read.NIM_WIZARD_KUBERNETES_URL,
    ...(kubernetesCa === undefined ? {} : { kubernetesCa }),
    ...(key === undefined || cert === undefined ? {} : { tls: { key, cert } }),
    logLevel: read.NIM_WIZARD_LOG_LEVEL,
    attemptsPerMinute: read.NIM_WIZARD_ATTEMPTS_PER_MINUTE,
    totalAttemptsPerMinute: read.NIM_WIZARD_TOTAL_ATTEMPTS_PER_MINUTE,
    nvidiaAtOnce: read.NIM_WIZARD_NVIDIA_AT_ONCE,
    ...(metricsPort === undefined ? {} : { metricsPort }),
    timeLimitMs: read.NIM_WIZARD_TIME_LIMIT_MS,
    proxy: { http: read.HTTP_PROXY, https: read.HTTPS_PROXY, except: read.NO_PROXY },
  };
};
