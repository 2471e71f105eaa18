import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { startApiServer, type ApiServer } from '../../apiserver/api-server.ts';
import { secureFetch } from '../../apiserver/secure-fetch.ts';
import { isJsonObject, listAt, type JsonObject } from '../../embedded/cluster/json.ts';
import { seedObjects, seedUsers } from '../../embedded/seed/seed.ts';
import type { Asked, ContractAnswer } from '../contract-cluster.ts';
import { kubectl, repository } from './kubectl.ts';

/** Somebody in a namespace; an account is `<namespace>:<name>`. */
export type Whose = { namespace: string } & ({ person: string } | { account: string });

/** A cluster with a dashboard, in which the commands of docs/install.md are said. */
export interface Installation {
  /** Runs commands of a page as the cluster's administrator, and gives what they print. */
  run(commands: string, environment?: Record<string, string>): Promise<string>;
  ask(user: string, asked: Asked): Promise<ContractAnswer>;
  /** What a user of the seed, or a service account, may do in a namespace: one text for each rule, sorted. */
  rulesOf(whose: Whose): Promise<string[]>;
  stop(): Promise<void>;
}

/** The modules that a dashboard has before the plugin comes. */
export const otherModules = [{ name: 'modelRegistry', remoteEntry: '/remoteEntry.js' }];

/** As the dashboard's own manifests have them, as far as the commands touch them. */
const dashboard: (KubernetesObject & JsonObject)[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'federation-config', namespace: 'opendatahub' },
    data: { 'module-federation-config.json': JSON.stringify(otherModules, null, 2) },
  },
];

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'odh-dashboard', namespace: 'opendatahub' },
  spec: {
    selector: { matchLabels: { deployment: 'odh-dashboard' } },
    template: {
      metadata: { labels: { deployment: 'odh-dashboard' } },
      spec: { containers: [{ name: 'odh-dashboard', image: 'odh-dashboard' }] },
    },
  },
};

/** The page's own example, with an image that nobody pulls: no pod is started here. */
const pageVariables = {
  OVERLAY: 'opendatahub',
  NAMESPACE: 'opendatahub',
  DASHBOARD: 'odh-dashboard',
  IMAGE: 'registry.example.com/you/odh-nim-wizard:0.1.0',
};

/** Starts the control plane. What is missing beside it (pods, a container engine) is made up for by `standIns`. */
export const startInstallation = async (assets: string): Promise<Installation> => {
  const crds = process.env['NIM_CRDS'] || undefined;
  const objects = [...seedObjects([]), ...dashboard];
  const server = await startApiServer({ assets, crds, objects, users: seedUsers });
  const folder = mkdtempSync(join(tmpdir(), 'nim-wizard-installation-'));
  const client = secureFetch(server.ca);
  const ask: Installation['ask'] = (user, asked) => send(client.fetch, server.url, asked, {}, user);
  writeFileSync(join(folder, 'ca.crt'), server.ca);
  writeFileSync(join(folder, 'kubeconfig'), JSON.stringify(kubeconfig(server, folder)));
  standIns(join(folder, 'bin'), server);
  await ask('admin', {
    method: 'POST',
    path: '/apis/apps/v1/namespaces/opendatahub/deployments',
    body: deployment,
  });
  return {
    run: (commands, environment) => shell(commands, folder, environment),
    ask,
    rulesOf: async (whose) =>
      rulesIn(
        await ('person' in whose
          ? ask(whose.person, rulesReview(whose.namespace))
          : send(client.fetch, server.url, rulesReview(whose.namespace), {
              'impersonate-user': `system:serviceaccount:${whose.account}`,
            })),
      ),
    stop: async () => {
      await client.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
};

const kubeconfig = (server: ApiServer, folder: string) => ({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [
    {
      name: 'here',
      cluster: { server: server.url, 'certificate-authority': join(folder, 'ca.crt') },
    },
  ],
  users: [{ name: 'admin', user: { token: 'admin-token' } }],
  contexts: [{ name: 'here', context: { cluster: 'here', user: 'admin' } }],
  'current-context': 'here',
});

/** The first minor version with `policy/v1`. */
const withDisruptionBudgets = 21;

/**
 * A `kubectl` that is the real one but for two things: no deployment is ever rolled out where no pods run, and
 * Kubernetes before 1.21 has the PodDisruptionBudget, the same in all we use, as `v1beta1` only.
 */
const standIns = (folder: string, { version }: ApiServer): void => {
  const minor = Number(/^v1\.(\d+)/.exec(version)?.[1] ?? withDisruptionBudgets);
  const older = minor < withDisruptionBudgets ? '1' : '';
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'kubectl'),
    `#!/bin/sh
if [ "$1 $2" = "rollout status" ]; then exit 0; fi
case "${older}$1 $*" in
  1apply*--filename\\ -*|1delete*--filename\\ -*)
    sed 's|^apiVersion: policy/v1$|apiVersion: policy/v1beta1|' | exec ${kubectl ?? 'kubectl'} "$@" ;;
  *) exec ${kubectl ?? 'kubectl'} "$@" ;;
esac
`,
  );
  chmodSync(join(folder, 'kubectl'), 0o755);
};

const shell = async (
  commands: string,
  folder: string,
  environment: Record<string, string> = {},
): Promise<string> => {
  const path = `${join(folder, 'bin')}:${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands], {
    cwd: repository,
    env: {
      ...process.env,
      ...pageVariables,
      PATH: path,
      KUBECONFIG: join(folder, 'kubeconfig'),
      HOME: folder,
      ...environment,
    },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
};

const send = async (
  fetch: (request: Request) => Promise<Response>,
  url: string,
  { method, path, body, contentType = 'application/json' }: Asked,
  headers: Record<string, string>,
  user = 'admin',
): Promise<ContractAnswer> => {
  const answer = await fetch(
    new Request(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${user}-token`,
        'content-type': contentType,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const value: unknown = await answer.json();
  return { code: answer.status, body: isJsonObject(value) ? value : {} };
};

const rulesReview = (namespace: string): Asked => ({
  method: 'POST',
  path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
  body: {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectRulesReview',
    spec: { namespace },
  },
});

const rulesIn = ({ body }: ContractAnswer): string[] =>
  listAt(body['status'], 'resourceRules')
    .map((rule) => JSON.stringify(rule))
    .toSorted();
