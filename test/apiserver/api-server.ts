import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import type { ClusterUser } from '../embedded/cluster/embedded-cluster.ts';
import { areServed, createDefinitions, createObjects, isReady, type Access } from './api-client.ts';
import { controllerManagerArgs, etcdArgs, kubeApiserverArgs, type Layout } from './arguments.ts';
import { customResourceDefinitions } from './definitions.ts';
import { freePort } from './free-port.ts';
import { startProgram, type Program } from './program.ts';
import { secureFetch } from './secure-fetch.ts';

/** A real Kubernetes control plane that runs on this machine. */
export interface ApiServer {
  url: string;
  /** The certificate to trust, PEM. */
  ca: string;
  /** As the server says it: `v1.20.2`. */
  version: string;
  /** Whether there are controllers (garbage collection, tokens): envtest's own assets have none. */
  controllers: boolean;
  stop(): Promise<void>;
}

interface Options {
  /** envtest's folder: `etcd`, `kube-apiserver` and, if there is one, `kube-controller-manager`. */
  assets: string;
  /** A folder of CustomResourceDefinitions; without it the embedded cluster's own schemas are used. */
  crds?: string | undefined;
  objects: KubernetesObject[];
  users: ClusterUser[];
}

const deadline = 60_000;

/**
 * Starts etcd, kube-apiserver and kube-controller-manager on free ports of 127.0.0.1, with their files in a temporary
 * folder, and puts the objects in.
 *
 * @throws Error when a program ends or is not ready within a minute; everything is stopped again by then.
 */
export const startApiServer = async (options: Options): Promise<ApiServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'nim-wizard-apiserver-'));
  const programs: Program[] = [];
  const removeFolder = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const endWithUs = () => {
    programs.forEach((program) => program.kill());
    removeFolder();
  };
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    for (const program of programs.toReversed()) {
      await program.stop();
    }
    removeFolder();
    process.off('exit', endWithUs);
  };
  try {
    return await start(options, folder, programs, stop);
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async (
  { assets, crds, objects, users }: Options,
  folder: string,
  programs: Program[],
  stop: () => Promise<void>,
): Promise<ApiServer> => {
  const layout = await layOut(folder, users);
  programs.push(startProgram('etcd', join(assets, 'etcd'), etcdArgs(layout)));
  const apiserver = join(assets, 'kube-apiserver');
  programs.push(startProgram('kube-apiserver', apiserver, kubeApiserverArgs(layout)));
  const certificate = join(folder, 'apiserver.crt');
  await until('the API server has a certificate', programs, async () => existsSync(certificate));
  const ca = readFileSync(certificate, 'utf8');
  const url = `https://127.0.0.1:${layout.ports.apiserver}`;
  const client = secureFetch(ca);
  try {
    const access: Access = { url, token: layout.adminToken, fetch: client.fetch };
    await until('the API server is ready', programs, () => isReady(access));
    const definitions = customResourceDefinitions(crds);
    await createDefinitions(access, definitions);
    await until('the custom kinds are served', programs, () => areServed(access, definitions));
    const version = versionOf(apiserver);
    // After the custom kinds: a garbage collector that starts earlier learns of them only half a minute later.
    const controllers = startControllers(assets, url, layout, version, programs);
    await createObjects(access, objects);
    return { url, ca, version, controllers, stop };
  } finally {
    await client.close();
  }
};

const layOut = async (folder: string, users: ClusterUser[]): Promise<Layout> => {
  const ports = {
    etcd: await freePort(),
    etcdPeer: await freePort(),
    apiserver: await freePort(),
  };
  const adminToken = randomUUID();
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const starter = { name: 'starter', token: adminToken, groups: ['system:masters'] };
  const tokens = [starter, ...users].map(
    ({ name, token, groups }) => `${token},${name},${name},"${groups.join(',')}"`,
  );
  writeFileSync(join(folder, 'sa.key'), keys.privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'sa.pub'), keys.publicKey);
  writeFileSync(join(folder, 'tokens.csv'), `${tokens.join('\n')}\n`, { mode: 0o600 });
  return { folder, ports, adminToken };
};

const versionOf = (apiserver: string): string =>
  execFileSync(apiserver, ['--version'], { encoding: 'utf8' }).trim().replace('Kubernetes ', '');

const startControllers = (
  assets: string,
  url: string,
  layout: Layout,
  version: string,
  programs: Program[],
): boolean => {
  const path = join(assets, 'kube-controller-manager');
  if (!existsSync(path)) {
    return false;
  }
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'here',
        cluster: { server: url, 'certificate-authority': join(layout.folder, 'apiserver.crt') },
      },
    ],
    users: [{ name: 'starter', user: { token: layout.adminToken } }],
    contexts: [{ name: 'here', context: { cluster: 'here', user: 'starter' } }],
    'current-context': 'here',
  };
  writeFileSync(join(layout.folder, 'kubeconfig'), JSON.stringify(kubeconfig), { mode: 0o600 });
  programs.push(
    startProgram('kube-controller-manager', path, controllerManagerArgs(layout, version)),
  );
  return true;
};

const until = async (
  what: string,
  programs: Program[],
  done: () => Promise<boolean>,
): Promise<void> => {
  const end = Date.now() + deadline;
  while (!(await done())) {
    const failure = programs.map((program) => program.failure()).find(Boolean);
    if (failure ?? Date.now() > end) {
      throw new Error(failure ?? `${what}: not within ${deadline / 1000} s`);
    }
    await sleep(100);
  }
};
