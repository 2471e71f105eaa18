import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { startApiServer } from '../apiserver/api-server.ts';
import { secureFetch } from '../apiserver/secure-fetch.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import type { Webhook } from './manifests/webhook.ts';

/** A real control plane, as the tests of submissions use it: the project is `nim-demo`. */
export interface SubmissionCluster {
  /** Whether somebody collects garbage. */
  controllers: boolean;
  /** One of the dashboard's requests, with the rights of one of the seed's users. */
  asUser: (user: string, path: string, init: RequestInit) => Promise<Response>;
  /** All of the kinds that a submission creates that is in the project, but for what the seed has. */
  objects: () => Promise<KubernetesObject[]>;
  remove: (kind: string, name: string) => Promise<void>;
  patch: (kind: string, name: string, body: object) => Promise<void>;
  /** Removes everything that `objects` has. */
  clear: () => Promise<void>;
  setQuota: (hard: Record<string, string>) => Promise<void>;
  dropQuota: () => Promise<void>;
  /** Has it judge every InferenceService that is created, for 10 s at most. */
  setWebhook: (webhook: Webhook) => Promise<void>;
  dropWebhook: () => Promise<void>;
  /** Begins to delete the project, which never ends. */
  terminate: () => Promise<void>;
  stop: () => Promise<void>;
}

/** By plural, group and version: `secrets`, `roles.rbac.authorization.k8s.io/v1`. */
const KINDS: Readonly<Record<string, string>> = {
  secrets: 'Secret',
  persistentvolumeclaims: 'PersistentVolumeClaim',
  serviceaccounts: 'ServiceAccount',
  'servingruntimes.serving.kserve.io/v1alpha1': 'ServingRuntime',
  'inferenceservices.serving.kserve.io/v1beta1': 'InferenceService',
  'roles.rbac.authorization.k8s.io/v1': 'Role',
  'rolebindings.rbac.authorization.k8s.io/v1': 'RoleBinding',
};

const pathOf = (kind: string): string => {
  const [plural = '', ...group] = kind.split('.');
  const root = group.length === 0 ? '/api/v1' : `/apis/${group.join('.')}`;
  return `${root}/namespaces/nim-demo/${plural}`;
};

const WEBHOOKS = '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations';
const QUOTAS = '/api/v1/namespaces/nim-demo/resourcequotas';

export const startSubmissionCluster = async (
  assets: string,
  crds: string | undefined,
): Promise<SubmissionCluster> => {
  const server = await startApiServer({ assets, crds, objects: seedObjects([]), users: seedUsers });
  const client = secureFetch(server.ca);
  const asUser: SubmissionCluster['asUser'] = (user, path, init) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${user}-token`);
    return client.fetch(
      new Request(`${server.url}${path.replace('/api/k8s', '')}`, { ...init, headers }),
    );
  };
  const ask = async (method: string, path: string, body?: object, type = 'application/json') => {
    const headers = { 'content-type': type };
    const answer = await asUser('admin', path, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok && answer.status !== 404) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return (await answer.json()) as { items?: KubernetesObject[] };
  };
  const all = async (): Promise<{ kind: string; object: KubernetesObject }[]> => {
    const lists = await Promise.all(
      Object.entries(KINDS).map(async ([kind, name]) => {
        const { items = [] } = await ask('GET', pathOf(kind));
        return items.map((item) => ({ kind, object: { ...item, kind: name } }));
      }),
    );
    return lists.flat();
  };
  const seeded = new Set((await all()).map(({ object }) => object.metadata.uid));
  const own = async () =>
    (await all()).filter(
      ({ object }) => !seeded.has(object.metadata.uid) && !isAccountsOwn(object),
    );
  const remove: SubmissionCluster['remove'] = async (kind, name) => {
    await ask('DELETE', `${pathOf(kind)}/${name}`);
  };
  return {
    controllers: server.controllers,
    asUser,
    objects: async () => (await own()).map(({ object }) => object),
    remove,
    patch: async (kind, name, body) => {
      await ask('PATCH', `${pathOf(kind)}/${name}`, body, 'application/merge-patch+json');
    },
    clear: async () => {
      const end = Date.now() + 20_000;
      for (let left = await own(); left.length > 0 && Date.now() < end; left = await own()) {
        await Promise.all(left.map(({ kind, object }) => remove(kind, object.metadata.name)));
        await sleep(100);
      }
    },
    setQuota: async (hard) => {
      const metadata = { name: 'none' };
      const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard } };
      await ask('POST', QUOTAS, quota);
      // Nobody here counts what is used.
      const status = { status: { hard, used: hard } };
      await ask('PATCH', `${QUOTAS}/none/status`, status, 'application/merge-patch+json');
      await sleep(500);
    },
    dropQuota: async () => {
      await ask('DELETE', `${QUOTAS}/none`);
    },
    setWebhook: async ({ url, ca }) => {
      await ask('POST', WEBHOOKS, webhookConfiguration(url, ca));
      // The API server takes a moment to see it.
      await sleep(1_500);
    },
    dropWebhook: async () => {
      await ask('DELETE', `${WEBHOOKS}/judge`);
      await sleep(1_000);
    },
    terminate: async () => {
      const metadata = { name: 'stays', finalizers: ['example.com/never'] };
      const staying = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
      await ask('POST', '/api/v1/namespaces/nim-demo/configmaps', staying);
      await ask('DELETE', '/api/v1/namespaces/nim-demo');
      await sleep(500);
    },
    stop: async () => {
      await client.close();
      await server.stop();
    },
  };
};

/** Clusters before 1.24 give each service account a token of its own. */
const isAccountsOwn = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === 'Secret' && /-token-\w{5}$/.test(metadata.name);

const webhookConfiguration = (url: string, ca: string): object => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'judge' },
  webhooks: [
    {
      name: 'judge.example.com',
      admissionReviewVersions: ['v1'],
      sideEffects: 'None',
      timeoutSeconds: 10,
      clientConfig: { url, caBundle: Buffer.from(ca).toString('base64') },
      rules: [
        {
          apiGroups: ['serving.kserve.io'],
          apiVersions: ['*'],
          operations: ['CREATE'],
          resources: ['inferenceservices'],
        },
      ],
    },
  ],
});
