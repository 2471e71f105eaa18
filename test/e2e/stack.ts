import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { startDevServer } from '../devhost/server/dev-server.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { serveCluster } from '../embedded/cluster/serve.node.ts';
import { createNvidiaStandIn, type NvidiaStandIn } from '../embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../embedded/nvidia/serve.node.ts';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { dashboardNamespace, seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import { assertBuilt } from '../start/build.ts';
import { built } from '../start/places.ts';
import { startServiceProcess } from '../start/service-process.ts';
import { createStopList } from '../start/stop-list.ts';
import { pathOf } from './cluster-path.ts';
import type { Keys } from './random-keys.ts';

/** How the cluster differs from the usual seed before anybody does anything. */
export interface Seed {
  /** Objects that are left out, by kind and name. */
  without?: { kind: string; name: string }[];
  /** Objects that are there besides; those that hold a key are made from the test's own keys. */
  with?: KubernetesObject[] | ((keys: Keys) => KubernetesObject[]);
}

export interface StackOptions {
  seed: Seed;
  /** `spec.nimConfig` of the dashboard's configuration. */
  nimConfig: unknown;
  /** What NVIDIA knows, in place of the two valid ones of the table of test keys. */
  keys: Keys;
}

/** Everything that one test runs against, and nobody else. */
export interface Stack {
  /** Of the development dashboard. */
  url: string;
  /** Every object in the cluster. */
  objects(): KubernetesObject[];
  /** What an administrator does beside the page. Throws if the cluster refuses it. */
  create(object: KubernetesObject): Promise<void>;
  replace(object: KubernetesObject): Promise<void>;
  remove(object: KubernetesObject): Promise<void>;
  /** Changes `spec.nimConfig` of the dashboard's configuration. A page that is open has read it already. */
  configure(nimConfig: unknown): void;
  nvidia: {
    /** Connections to NVIDIA are closed without an answer until `comeUp`. */
    goDown(): void;
    comeUp(): void;
    requests: NvidiaStandIn['requests'];
  };
  /** Every line that the plugin's service has logged, at its most talkative. */
  serviceLog(): string[];
  /** What the plugin's service tells Prometheus at this moment. */
  metrics(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the production builds around a cluster in memory and a stand-in for NVIDIA. */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  assertBuilt();
  let { nimConfig } = options;
  const running = createStopList(5_000);
  const cluster = createEmbeddedCluster({
    objects: seeded(options.seed, options.keys),
    users: seedUsers,
  });
  const served = await serveCluster(cluster);
  running.add('cluster', served.stop);
  const { nvidia, url: ngcUrl, stop: stopNvidia } = await startNvidia(options.keys);
  running.add('NVIDIA stand-in', stopNvidia);
  const log: string[] = [];
  const service = await startServiceProcess({
    port: 0,
    ngcUrl,
    cluster: served,
    onLine: (line) => log.push(line),
    logLevel: 'trace',
    environment: { NIM_WIZARD_METRICS_PORT: '0' },
    onWarning: () => undefined,
    onEnd: (output) => log.push(`The service has ended: ${output}`),
  });
  running.add('service', service.stop);
  const dashboard = await startDevServer({
    port: 0,
    clientDir: built.devhost,
    cluster: served,
    dashboardNamespace,
    users: seedUsers,
    nimConfig: () => nimConfig,
    service,
  });
  running.add('dashboard', dashboard.stop);

  const ask = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await cluster.fetch(
      new Request(`http://cluster${path}`, {
        method,
        headers: { authorization: 'Bearer admin-token', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${await answer.text()}`);
    }
  };
  return {
    url: dashboard.url,
    objects: cluster.objects,
    create: (object) => ask('POST', pathOf(object), object),
    replace: (object) => ask('PUT', `${pathOf(object)}/${object.metadata.name}`, object),
    remove: (object) => ask('DELETE', `${pathOf(object)}/${object.metadata.name}`, {}),
    configure: (next) => {
      nimConfig = next;
    },
    nvidia,
    serviceLog: () => [...log],
    metrics: async () => (await fetch(metricsAddress(log))).text(),
    stop: async () => {
      const left = await running.stopAll();
      if (left.length > 0) {
        throw new Error(`Did not stop: ${left.join(', ')}`);
      }
    },
  };
};

/** The service says at which port it has its metrics. */
const metricsAddress = (log: string[]): string => {
  const line = log.find((text) => text.includes('"msg":"metrics"'));
  const { port } = JSON.parse(line ?? '{}') as { port?: number };
  return `http://127.0.0.1:${port}/metrics`;
};

const seeded = (seed: Seed, keys: Keys): KubernetesObject[] => [
  ...seedObjects(loadManifests()).filter(
    ({ kind, metadata }) =>
      !seed.without?.some((object) => object.kind === kind && object.name === metadata.name),
  ),
  ...(typeof seed.with === 'function' ? seed.with(keys) : (seed.with ?? [])),
];

const startNvidia = async ({
  valid,
  otherValid,
}: Keys): Promise<Pick<Stack, 'nvidia'> & { url: string; stop: () => Promise<void> }> => {
  const standIn = createNvidiaStandIn({
    keys: Object.values({
      ...testKeys,
      valid: { ...testKeys.valid, key: valid },
      otherValid: { ...testKeys.otherValid, key: otherValid },
    }),
  });
  let isDown = false;
  const served = await serveNvidiaStandIn({
    ...standIn,
    handle: async (request) => (isDown ? 'dropped' : standIn.handle(request)),
  });
  return {
    ...served,
    nvidia: {
      goDown: () => {
        isDown = true;
      },
      comeUp: () => {
        isDown = false;
      },
      requests: standIn.requests,
    },
  };
};
