import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InferenceService, KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { collectionPath } from '../../../src/cluster/resource-path.ts';
import { olderByWizard } from '../../../src/dashboard/deployed-by-others.factory.ts';
import type { Deployment, WizardState } from '../../../src/dashboard/host-contract.ts';
import { reopenedForm } from '../../../src/dashboard/reopened-form.factory.ts';
import { updateDeployment } from '../../../src/dashboard/update-deployment.ts';
import { queryClient } from '../../../src/wizard/query-client.ts';
import { listAt } from '../../embedded/cluster/json.ts';
import { answerAsDashboard } from '../../factories/dashboard-proxy.factory.ts';
import type { ContractCluster } from '../contract-cluster.ts';
import { get, given, merge, paths, remove } from '../requests.ts';
import type { Contract } from './contract.ts';

// What the wizard does with the tokens of a deployment that is edited: the plugin's own code against either cluster.

type Tokens = NonNullable<WizardState['tokenAuthentication']['data']>;

const NAME = 'llama';

const itemsOf = async (cluster: ContractCluster, path: string): Promise<KubernetesObject[]> =>
  listAt((await cluster.ask('admin', get(path))).body, 'items') as unknown as KubernetesObject[];

const SHARED: readonly (readonly [path: string, name: string])[] = [
  [paths.serviceAccounts, `${NAME}-sa`],
  [paths.roles, `${NAME}-view-role`],
  [paths.roleBindings, `${NAME}-view`],
];

const tokensIn = async (cluster: ContractCluster): Promise<KubernetesObject[]> =>
  (await itemsOf(cluster, paths.secrets)).filter(
    ({ metadata }) =>
      metadata.annotations?.['kubernetes.io/service-account.name'] === `${NAME}-sa` &&
      // Clusters before 1.24 give each service account a token of its own.
      metadata.labels?.['opendatahub.io/dashboard'] === 'true',
  );

/** What the dashboard reads of them when a deployment is opened. */
const shown = async (cluster: ContractCluster): Promise<Tokens> =>
  (await tokensIn(cluster)).map(({ metadata }) => ({
    uuid: metadata.uid ?? '',
    k8sName: metadata.name,
    displayName: metadata.annotations?.['openshift.io/display-name'] ?? '',
  }));

const fresh = (displayName: string): Tokens[number] => ({ uuid: displayName, displayName });

/** The deployment as it is in the cluster, opened and set to other tokens. */
const edit = async (cluster: ContractCluster, change: (tokens: Tokens) => Tokens) => {
  const { body } = await cluster.ask('admin', get(`${paths.inferenceServices}/${NAME}`));
  const existing: Deployment = {
    ...olderByWizard(),
    model: body as unknown as InferenceService,
  };
  const before = await shown(cluster);
  const data = change(before);
  const { initialData, ...form } = reopenedForm(
    existing,
    { tokenAuthentication: { data } },
    before,
  );
  const options = {
    existing,
    overwrite: false,
    ...form,
    initialData: { ...initialData, existingAuthTokens: await tokensIn(cluster) },
  };
  return {
    check: () => updateDeployment({ ...options, dryRun: true }),
    update: () => updateDeployment({ ...options, dryRun: false }),
  };
};

export const editedTokens: Contract = (cluster) => {
  const openAs = (user: string): void => {
    answerAsDashboard(async ({ method, path }, init) => {
      const headers = new Headers(init.headers);
      const { code, body } = await cluster().ask(user, {
        method,
        path: path.replace('/api/k8s', ''),
        ...(typeof init.body === 'string' ? { body: init.body } : {}),
        ...(headers.get('content-type') ? { contentType: headers.get('content-type') ?? '' } : {}),
        accept: headers.get('accept') ?? '*/*',
      });
      return Response.json(body, { status: code });
    });
  };
  const change = async (to: (tokens: Tokens) => Tokens): Promise<void> => {
    const { check, update } = await edit(cluster(), to);
    await check();
    await update();
  };
  const names = async (): Promise<string[]> =>
    (await shown(cluster())).map(({ displayName }) => displayName).toSorted();
  const service = async (): Promise<InferenceService> =>
    (await cluster().ask('admin', get(`${paths.inferenceServices}/${NAME}`)))
      .body as unknown as InferenceService;
  const isProtected = async (): Promise<boolean> =>
    (await service()).metadata.annotations?.['security.opendatahub.io/enable-auth'] === 'true';
  const sharedThere = async (): Promise<number[]> =>
    Promise.all(
      SHARED.map(async ([path, name]) => {
        const { code } = await cluster().ask('admin', get(`${path}/${name}`));
        return code;
      }),
    );
  const removeAll = async (): Promise<void> => {
    const tokens = (await tokensIn(cluster())).map(({ metadata }) => metadata.name);
    const all = [
      ...tokens.map((name) => [paths.secrets, name] as const),
      ...SHARED,
      [paths.inferenceServices, NAME] as const,
      [paths.servingRuntimes, NAME] as const,
    ];
    await Promise.all(all.map(([path, name]) => cluster().ask('admin', remove(`${path}/${name}`))));
  };

  describe('the tokens of a deployment that is edited', () => {
    beforeEach(async () => {
      await removeAll();
      const { model, server } = olderByWizard();
      for (const object of server ? [server, model] : [model]) {
        const { uid: _uid, resourceVersion: _version, ...metadata } = object.metadata;
        const path = collectionPath({ ...object, namespace: 'nim-demo' });
        await given(cluster(), 'admin', path, { ...object, metadata });
      }
      openAs('pat');
    });
    afterEach(async () => {
      vi.unstubAllGlobals();
      queryClient.clear();
      await removeAll();
    });

    it('are made with what they need, all of which the deployment owns', async () => {
      await change(() => [fresh('Build')]);
      expect([await names(), await isProtected()]).toEqual([['Build'], true]);
      expect(await sharedThere()).toEqual([200, 200, 200]);
      const { uid } = (await service()).metadata;
      const made = await Promise.all([
        ...SHARED.map(async ([path, name]) => {
          const { body } = await cluster().ask('admin', get(`${path}/${name}`));
          return body as unknown as KubernetesObject;
        }),
        ...(await tokensIn(cluster())),
      ]);
      expect(made.map(({ metadata }) => metadata.ownerReferences?.map((one) => one.uid))).toEqual(
        made.map(() => [uid]),
      );
    });

    it('are only asked about in a dry run', async () => {
      const { check } = await edit(cluster(), () => [fresh('Build')]);
      await check();
      expect([await names(), await isProtected()]).toEqual([[], false]);
      expect(await sharedThere()).toEqual([404, 404, 404]);
    });

    it('can be added and renamed, and one that is renamed stays the same', async () => {
      await change(() => [fresh('Build')]);
      const [first] = await tokensIn(cluster());
      await change((tokens) => [
        ...tokens.map((token) => ({ ...token, displayName: 'Nightly build' })),
        fresh('Laptop'),
      ]);
      expect(await names()).toEqual(['Laptop', 'Nightly build']);
      const uids = (await tokensIn(cluster())).map(({ metadata }) => metadata.uid);
      expect(uids).toContain(first?.metadata.uid);
    });

    it('can be removed one by one, and with the last one nobody is asked for one', async () => {
      await change(() => [fresh('Build'), fresh('Laptop')]);
      await change((tokens) => tokens.filter(({ displayName }) => displayName === 'Build'));
      expect([await names(), await isProtected()]).toEqual([['Build'], true]);
      await change(() => []);
      expect([await names(), await isProtected()]).toEqual([[], false]);
    });

    it('are left when another one has taken the name since', async () => {
      await change(() => [fresh('Build')]);
      const { update } = await edit(cluster(), () => []);
      const [first] = await tokensIn(cluster());
      const { uid: _uid, resourceVersion: _version, ...metadata } = first?.metadata ?? { name: '' };
      await cluster().ask('admin', remove(`${paths.secrets}/${metadata.name}`));
      await given(cluster(), 'admin', paths.secrets, {
        apiVersion: 'v1',
        kind: 'Secret',
        type: 'kubernetes.io/service-account-token',
        metadata,
      });
      await update();
      expect(await names()).toEqual(['Build']);
    });

    it('are gone again when somebody else has changed the deployment', async () => {
      const { check, update } = await edit(cluster(), () => [fresh('Build')]);
      await cluster().ask(
        'admin',
        merge(`${paths.inferenceServices}/${NAME}`, { metadata: { labels: { team: 'search' } } }),
      );
      await expect(check()).rejects.toHaveProperty('statusObject.code', 409);
      await expect(update()).rejects.toHaveProperty('statusObject.code', 409);
      expect([await names(), await isProtected()]).toEqual([[], false]);
      expect(await sharedThere()).toEqual([404, 404, 404]);
    });

    it('are refused to a person who may not give them a role, before anything is asked', async () => {
      openAs('ada');
      const { check, update } = await edit(cluster(), () => [fresh('Build')]);
      await expect(check()).rejects.toThrow(/You may not change the tokens of this deployment/);
      await expect(update()).rejects.toThrow(/Nothing was changed\. .*you do not have permission/);
      expect([await names(), await isProtected()]).toEqual([[], false]);
      expect(await sharedThere()).toEqual([404, 404, 404]);
    });
  });
};
