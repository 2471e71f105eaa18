import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

const clusterKinds = ['embedded', 'apiserver', 'kubeconfig'] as const;
export type ClusterKind = (typeof clusterKinds)[number];

export interface StartOptions {
  /** Of the development dashboard; 0 for any that is free. */
  port: number;
  cluster: ClusterKind;
  /** NVIDIA's key service; the stand-in if absent. */
  ngcUrl?: string;
  /** Instead of `spec.nimConfig` of the cluster's OdhDashboardConfig. */
  nimConfig?: unknown;
  /** The namespace that the dashboard is taken to be installed in. */
  namespace: string;
  /** Whether the plugin, its service and the development dashboard are built first. */
  build: boolean;
}

export type OptionsReading =
  | { status: 'ok'; options: StartOptions }
  | { status: 'help'; text: string }
  | { status: 'refused'; problem: string };

const DEFAULT_PORT = 4010;

const accepted = {
  port: { type: 'string', short: 'p' },
  cluster: { type: 'string' },
  'ngc-url': { type: 'string' },
  'nim-config': { type: 'string' },
  namespace: { type: 'string' },
  'no-build': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

const help = `Starts the plugin in a development dashboard: npm start -- [options]

  --port N            port of the dashboard (${DEFAULT_PORT}); 0 for any that is free
  --cluster KIND      embedded: in memory, gone when you stop (the default)
                      apiserver: a real Kubernetes API server; needs KUBEBUILDER_ASSETS and NIM_CRDS
                      kubeconfig: your current context; what you create in the page is created there
  --ngc-url URL       ask this address about keys instead of the stand-in for NVIDIA
                      (the real one: https://api.ngc.nvidia.com)
  --nim-config JSON   use this instead of spec.nimConfig of the OdhDashboardConfig
  --namespace NAME    the dashboard's own namespace (opendatahub)
  --no-build          take what was built before
  --help              this text`;

/** Reads the command line of `npm start` and `npm run dev`. */
export const readStartOptions = (args: string[]): OptionsReading => {
  const parsed = parse(args);
  if (typeof parsed === 'string') {
    return { status: 'refused', problem: parsed };
  }
  if (parsed.help === true) {
    return { status: 'help', text: help };
  }
  const port = Number(parsed.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return { status: 'refused', problem: `--port ${parsed.port} is no port.` };
  }
  const cluster = clusterKinds.find((kind) => kind === (parsed.cluster ?? 'embedded'));
  if (cluster === undefined) {
    const problem = `--cluster ${parsed.cluster} is none of ${clusterKinds.join(', ')}.`;
    return { status: 'refused', problem };
  }
  const ngcUrl = parsed['ngc-url'];
  if (ngcUrl !== undefined && !URL.canParse(ngcUrl)) {
    return { status: 'refused', problem: `--ngc-url ${ngcUrl} is no address.` };
  }
  const nimConfig = readJson(parsed['nim-config']);
  if (nimConfig === unreadable) {
    return { status: 'refused', problem: '--nim-config is no JSON.' };
  }
  return {
    status: 'ok',
    options: {
      port,
      cluster,
      ...(ngcUrl === undefined ? {} : { ngcUrl }),
      ...(nimConfig === undefined ? {} : { nimConfig }),
      namespace: parsed.namespace ?? 'opendatahub',
      build: parsed['no-build'] !== true,
    },
  };
};

type Parsed = ReturnType<typeof parseArgs<{ options: typeof accepted }>>['values'];

const parse = (args: string[]): Parsed | string => {
  try {
    return parseArgs({ args, options: accepted }).values;
  } catch (error) {
    // Node's message names the option; its second sentence is about positional arguments.
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    return `${message}. See --help.`;
  }
};

const unreadable = Symbol('unreadable');

const readJson = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return unreadable;
  }
};
