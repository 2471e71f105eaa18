import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { startApiServer } from '../apiserver/api-server.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { serveCluster } from '../embedded/cluster/serve.node.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import { credentialsOf } from './kube-credentials.ts';
import { startKubeForwarder } from './kube-forwarder.ts';
import { readCurrentContext } from './kubeconfig.ts';
import type { ClusterKind } from './start-options.ts';
import { StartProblem } from './start-problem.ts';
import type { StopList } from './stop-list.ts';

export interface RunningCluster {
  url: string;
  /** The authority that its certificate is signed by, as text and as a file. */
  ca?: { pem: string; file: string };
  /** Who can sign in to the dashboard; the first is signed in at the beginning. */
  users: { name: string; token: string }[];
}

/** Data scientists first: that is whom the wizard is for. */
const usersInOrder = (): { name: string; token: string }[] =>
  ['ada', 'pat', 'vic', 'admin'].flatMap((name) => seedUsers.filter((user) => user.name === name));

const embedded = async (running: StopList): Promise<RunningCluster> => {
  const cluster = createEmbeddedCluster({
    objects: seedObjects(loadManifests()),
    users: seedUsers,
  });
  const { url, stop } = await serveCluster(cluster);
  running.add('embedded cluster', stop);
  return { url, users: usersInOrder() };
};

const apiServer = async (running: StopList): Promise<RunningCluster> => {
  const { KUBEBUILDER_ASSETS: assets, NIM_CRDS: crds } = process.env;
  if (!assets || !crds) {
    throw new StartProblem(
      '--cluster apiserver needs KUBEBUILDER_ASSETS (a folder with kube-apiserver and etcd) and NIM_CRDS (a folder of custom resource definitions).',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'nim-wizard-start-'));
  running.add('temporary folder', () => rm(folder, { recursive: true, force: true }));
  const started = startApiServer({
    assets,
    crds,
    objects: seedObjects(loadManifests()),
    users: seedUsers,
  }).catch((error: unknown) => {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    throw new StartProblem(`The API server did not start: ${line}`);
  });
  const { url, ca: pem, stop } = await started;
  running.add('API server', stop);
  const file = join(folder, 'ca.crt');
  await writeFile(file, pem);
  return { url, ca: { pem, file }, users: usersInOrder() };
};

const REACH_LIMIT_MS = 10_000;

const kubeconfig = async (running: StopList): Promise<RunningCluster> => {
  const context = readCurrentContext(process.env);
  const password = randomBytes(32).toString('hex');
  const forwarder = await startKubeForwarder(await credentialsOf(context), password);
  running.add('way to the cluster', forwarder.stop);
  await assertReachable(forwarder.url, password, context.name);
  return { url: forwarder.url, users: [{ name: context.userName, token: password }] };
};

const assertReachable = async (url: string, password: string, context: string): Promise<void> => {
  const code = await request(`${url}/api`, {
    headers: { authorization: `Bearer ${password}` },
    signal: AbortSignal.timeout(REACH_LIMIT_MS),
  }).then(
    async ({ statusCode, body }) => {
      await body.dump();
      return statusCode;
    },
    () => 502,
  );
  if (code === 401) {
    throw new StartProblem(`The cluster of context "${context}" refuses your credentials.`);
  }
  if (code >= 500) {
    throw new StartProblem(`The cluster of context "${context}" does not answer.`);
  }
};

/** How each kind of cluster is started. What is started is added to the list; a failure is a StartProblem. */
export const startCluster: Record<ClusterKind, (running: StopList) => Promise<RunningCluster>> = {
  embedded,
  apiserver: apiServer,
  kubeconfig,
};
