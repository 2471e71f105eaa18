import { startDevServer } from '../devhost/server/dev-server.ts';
import { createNvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';
import { assertBuilt, buildAll } from './build.ts';
import { startCluster } from './clusters.ts';
import { assertFree } from './free-port.ts';
import { built } from './places.ts';
import { startServiceProcess } from './service-process.ts';
import type { StartOptions } from './start-options.ts';
import { StartProblem } from './start-problem.ts';
import type { StopList } from './stop-list.ts';

export interface StackListeners {
  /** What is being done, for whoever waits. */
  onStep: (text: string) => void;
  /** Warnings of the plugin's service. */
  onWarning: (line: string) => void;
  /** The plugin's service has ended by itself. */
  onEnd: (output: string) => void;
}

export interface Stack {
  /** Of the development dashboard. */
  url: string;
  /** Puts a newly built service in the place of the one that runs, at the same address. */
  restartService: () => Promise<void>;
}

/**
 * Builds and starts cluster, NVIDIA stand-in, the plugin's service and the development dashboard. What
 * it starts is added to the list as it starts, so that it can be stopped at any moment.
 */
export const startStack = async (
  options: StartOptions,
  running: StopList,
  { onStep, onWarning, onEnd }: StackListeners,
): Promise<Stack> => {
  await assertFree(options.port);
  const [cluster] = await Promise.all([
    startCluster[options.cluster](running),
    options.build ? withStep('Building', onStep, buildAll(running)) : assertBuilt(),
  ]);
  const ngcUrl = options.ngcUrl ?? (await startStandIn(running));
  const around = {
    port: 0,
    ngcUrl,
    cluster: { url: cluster.url, ...(cluster.ca ? { caFile: cluster.ca.file } : {}) },
    onWarning,
    onEnd,
  };
  let service = await startServiceProcess(around);
  running.add("plugin's service", () => service.stop());
  const dashboard = await startDevServer({
    port: options.port,
    clientDir: built.devhost,
    cluster: { url: cluster.url, ...(cluster.ca ? { ca: cluster.ca.pem } : {}) },
    dashboardNamespace: options.namespace,
    users: cluster.users,
    service: { url: service.url },
    ...(options.nimConfig === undefined ? {} : { nimConfig: () => options.nimConfig }),
  }).catch((error: unknown) => {
    throw new StartProblem(error instanceof Error ? error.message : String(error));
  });
  running.add('development dashboard', dashboard.stop);
  return {
    url: dashboard.url,
    restartService: async () => {
      await service.stop();
      service = await startServiceProcess({ ...around, port: Number(new URL(service.url).port) });
    },
  };
};

const withStep = async <Result>(
  text: string,
  onStep: StackListeners['onStep'],
  work: Promise<Result>,
): Promise<Result> => {
  onStep(`${text} ...`);
  const started = performance.now();
  const result = await work;
  onStep(`${text}: done in ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  return result;
};

const startStandIn = async (running: StopList): Promise<string> => {
  const { url, stop } = await serveNvidiaStandIn(createNvidiaStandIn());
  running.add('NVIDIA stand-in', stop);
  return url;
};
