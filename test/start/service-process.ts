import { startChild } from './child-process.ts';
import { built, repository } from './places.ts';
import { StartProblem } from './start-problem.ts';

export interface ServiceProcess {
  url: string;
  stop: () => Promise<void>;
}

export interface ServiceSurroundings {
  /** 0 for any that is free. */
  port: number;
  ngcUrl: string;
  cluster: { url: string; caFile?: string };
  /** Told of warnings and errors that the service logs. */
  onWarning: (line: string) => void;
  /** Told of every line that the service logs. */
  onLine?: (line: string) => void;
  /** What it logs besides; `info` if absent. */
  logLevel?: 'info' | 'trace';
  /** Variables of the service's besides those that follow from the above. */
  environment?: Record<string, string>;
  /** Told if the service ends by itself. */
  onEnd: (output: string) => void;
}

const READY_LIMIT_MS = 15_000;
const WARNING = 40;

/** The plugin's service as in production: its own process, from its build, told everything by its environment. */
export const startServiceProcess = async (around: ServiceSurroundings): Promise<ServiceProcess> => {
  const listening = Promise.withResolvers<string>();
  let stopping = false;
  const child = startChild([built.service], {
    cwd: repository,
    environment: environmentFor(around),
    onLine: (line) => {
      around.onLine?.(line);
      const { level, msg, url } = readLine(line);
      if (msg === 'ready' && url !== undefined) {
        listening.resolve(url);
      }
      if (level >= WARNING) {
        around.onWarning(line);
      }
    },
  });
  const failed = (): StartProblem =>
    new StartProblem(`The plugin's service did not start: ${child.lastOutput()}`);
  const timer = setTimeout(() => listening.reject(failed()), READY_LIMIT_MS);
  void child.ended.then(() => {
    listening.reject(failed());
    if (!stopping) {
      around.onEnd(child.lastOutput());
    }
  });
  const stop = (): Promise<void> => {
    stopping = true;
    return child.stop();
  };
  try {
    return { url: await listening.promise, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

const environmentFor = ({
  port,
  ngcUrl,
  cluster,
  logLevel = 'info',
  environment = {},
}: ServiceSurroundings): NodeJS.ProcessEnv => ({
  ...process.env,
  // What listens on this machine is not asked through a proxy.
  NO_PROXY: [process.env.NO_PROXY, '127.0.0.1', 'localhost'].filter(Boolean).join(','),
  NIM_WIZARD_HOST: '127.0.0.1',
  NIM_WIZARD_PORT: String(port),
  NIM_WIZARD_STATIC_DIR: built.plugin,
  NIM_WIZARD_NGC_URL: ngcUrl,
  // The stand-in on this machine is the registry too; the real NVIDIA has one of its own.
  ...(ngcUrl.startsWith('http:') ? { NIM_WIZARD_REGISTRY_URL: ngcUrl } : {}),
  NIM_WIZARD_KUBERNETES_URL: cluster.url,
  NIM_WIZARD_KUBERNETES_CA_FILE: cluster.caFile ?? '',
  NIM_WIZARD_TLS_KEY_FILE: '',
  NIM_WIZARD_TLS_CERT_FILE: '',
  NIM_WIZARD_LOG_LEVEL: logLevel,
  ...environment,
});

/** The parts of a log line that matter here; a line that is no JSON is a warning of Node's. */
const readLine = (line: string): { level: number; msg?: string; url?: string } => {
  try {
    const { level, msg, url } = JSON.parse(line) as Record<string, unknown>;
    return {
      level: typeof level === 'number' ? level : 0,
      ...(typeof msg === 'string' ? { msg } : {}),
      ...(typeof url === 'string' ? { url } : {}),
    };
  } catch {
    return { level: WARNING };
  }
};
