import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pairToReplace, findProjectKey } from '../../src/apiKey/project-key.ts';
import type { ResourceBundle } from '../../src/bundle/resource-bundle.ts';
import { dashboardCluster } from '../../src/cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { fullBundle, ownKeyBundle } from '../../src/submit/bundle.factory.ts';
import { checkDeployment, createDeployment } from '../../src/submit/create-deployment.ts';
import { planSubmission } from '../../src/submit/plan/submit-plan.ts';
import { usualPatience } from '../../src/submit/run/patience.ts';
import { answerAsDashboard } from '../factories/dashboard-proxy.factory.ts';
import { markedIn, titleOf, untidyIn } from '../submission/comparable.ts';
import { startWebhook, type Webhook } from './manifests/webhook.ts';
import { startSubmissionCluster, type SubmissionCluster } from './submission-cluster.ts';

// What a cluster of its own can refuse, and a stand-in would only pretend: nothing of a submission may stay.

const assets = process.env['KUBEBUILDER_ASSETS'];
const why = assets ? '' : ' (skipped: KUBEBUILDER_ASSETS is not set)';
if (why) {
  process.stderr.write(`Submissions on a real control plane${why}\n`);
}

describe.skipIf(!assets)(`a submission on a real control plane${why}`, () => {
  let cluster: SubmissionCluster;
  let before: string[];

  beforeAll(async () => {
    cluster = await startSubmissionCluster(assets ?? '', process.env['NIM_CRDS']);
  });
  afterAll(() => cluster?.stop());
  beforeEach(() => cluster.clear());
  afterEach(() => vi.unstubAllGlobals());

  const openAs = async (user: string): Promise<void> => {
    before = (await cluster.objects()).map(describeObject);
    answerAsDashboard((request, init) => cluster.asUser(user, request.path, init));
  };
  const now = async (): Promise<string[]> => (await cluster.objects()).map(describeObject);

  /** A volume is there until its controller has taken the finalizer off. */
  const expectNow = async (objects: string[]): Promise<void> => {
    await expect.poll(now, { timeout: 10_000 }).toEqual(objects);
  };

  it('creates everything, and what is owned goes with the deployment', async () => {
    await openAs('pat');
    const bundle = ownKeyBundle();
    await checkDeployment(bundle, dashboardCluster);
    await createDeployment(bundle, dashboardCluster);
    const there = await cluster.objects();
    expect([markedIn(there), untidyIn(there)]).toEqual([[], []]);
    expect(there.map(titleOf).toSorted()).toEqual(ownKeyTitles);
    const service = there.find(({ kind }) => kind === 'InferenceService');
    expect(ownersIn(there)).toEqual(
      ownKeyTitles
        .filter((title) => owned.includes(title))
        .map((title) => [title, `InferenceService/my-model ${service?.metadata.uid}`]),
    );
    await cluster.remove('inferenceservices.serving.kserve.io/v1beta1', 'my-model');
    // Without controllers nobody collects what has lost its owner: by whom it is owned is seen above.
    const left = ownKeyTitles.filter(
      (title) =>
        title !== 'InferenceService/my-model' && !(cluster.controllers && owned.includes(title)),
    );
    const titles = async () => (await cluster.objects()).map(titleOf).toSorted();
    await expect.poll(titles, { timeout: 20_000 }).toEqual(left);
  });

  it('replaces a key, and puts it back when a later step is refused', async () => {
    await openAs('pat');
    const { tokens: _tokens, ...first } = fullBundle();
    await createDeployment(first, dashboardCluster);
    const stored = await now();
    const replacing = await bundleOver(cluster);
    // The names of the deployment are taken: the Secrets are replaced in the first wave all the same.
    await expect(
      createDeployment({ ...replacing, ...withoutVolume(replacing) }, dashboardCluster),
    ).rejects.toThrow(/exists already.* Put back as it was: /);
    await expectNow(stored);
  });

  it('is refused by a quota before anything is done, and leaves nothing when the quota comes between', async () => {
    await openAs('pat');
    await cluster.setQuota({ persistentvolumeclaims: '0' });
    const checked = checkDeployment(fullBundle(), dashboardCluster);
    await expect(checked).rejects.toThrow(/exceeded quota: none/);
    const created = createDeployment(fullBundle(), dashboardCluster);
    await expect(created).rejects.toThrow(/exceeded quota: none.* Removed again: /);
    await expectNow(before);
    await cluster.dropQuota();
  });

  it('leaves nothing for a person who may not create roles', async () => {
    await openAs('ada');
    await expect(checkDeployment(fullBundle(), dashboardCluster)).rejects.toThrow(
      /The role "my-model-view-role" could not be created: you do not have permission/,
    );
    await expect(createDeployment(fullBundle(), dashboardCluster)).rejects.toThrow(
      /Removed again: .*the deployment "my-model", the serving runtime "my-model"/,
    );
    await expectNow(before);
  });

  it('changes nothing when somebody has changed the key meanwhile, or made it immutable', async () => {
    await openAs('pat');
    const { tokens: _tokens, ...first } = fullBundle();
    await createDeployment(first, dashboardCluster);
    const stale = await bundleOver(cluster);
    await cluster.patch('secrets', 'nim-api-key', { metadata: { annotations: { note: 'mine' } } });
    const stored = await now();
    await expect(createDeployment(stale, dashboardCluster)).rejects.toThrow(
      /somebody has changed the project's key meanwhile/,
    );
    await expectNow(stored);
    await cluster.patch('secrets', 'nim-image-pull', { immutable: true });
    const immutable = await now();
    const again = await bundleOver(cluster);
    await expect(createDeployment(again, dashboardCluster)).rejects.toThrow(
      /The secret "nim-image-pull" could not be updated/,
    );
    await expectNow(immutable);
  });

  describe('with an admission webhook', () => {
    let webhook: Webhook;

    afterEach(async () => {
      await cluster.dropWebhook();
      await webhook.stop();
    });

    it('says the words of one that refuses, and leaves nothing', async () => {
      await openAs('pat');
      webhook = await startWebhook(({ dryRun }) => (dryRun ? undefined : 'no models on Mondays'));
      await cluster.setWebhook(webhook);
      await checkDeployment(fullBundle(), dashboardCluster);
      await expect(createDeployment(fullBundle(), dashboardCluster)).rejects.toThrow(
        /no models on Mondays\. Removed again: /,
      );
      await expectNow(before);
    });

    it('waits for one that is slow', async () => {
      await openAs('pat');
      webhook = await startWebhook(async () => {
        await sleep(2_000);
        return undefined;
      });
      await cluster.setWebhook(webhook);
      await createDeployment(fullBundle(), dashboardCluster);
      expect(markedIn(await cluster.objects())).toEqual([]);
    });

    it('ends with all or nothing when one takes longer than is waited', async () => {
      await openAs('pat');
      webhook = await startWebhook(async () => {
        await sleep(2_500);
        return undefined;
      });
      await cluster.setWebhook(webhook);
      const impatient = { ...usualPatience, answer: 1_000 };
      const ending = await createDeployment(fullBundle(), dashboardCluster, impatient).then(
        () => 'done',
        (error: unknown) => String(error),
      );
      await sleep(3_000);
      const all = planSubmission(fullBundle(), '')
        .steps.filter(({ unmarks }) => unmarks === undefined)
        .map(({ id }) => id);
      const titles = async () => (await cluster.objects()).map(titleOf).toSorted();
      const expected = ending === 'done' ? all.toSorted() : [];
      await expect.poll(titles, { timeout: 10_000 }).toEqual(expected);
    });
  });

  it('says that a project is being deleted, and leaves nothing of its own', async () => {
    await openAs('admin');
    await cluster.terminate();
    await expect(checkDeployment(fullBundle(), dashboardCluster)).rejects.toThrow(
      /Nothing was changed\..*because it is being terminated/,
    );
    await expect(createDeployment(fullBundle(), dashboardCluster)).rejects.toThrow(
      /because it is being terminated.* Nothing was left behind\./,
    );
    await expectNow([]);
  });
});

/** What `ownKeyBundle` makes. */
const ownKeyTitles = [
  'InferenceService/my-model',
  'PersistentVolumeClaim/nim-my-model',
  'Role/my-model-view-role',
  'RoleBinding/my-model-view',
  'Secret/default-my-model-sa',
  'Secret/nim-api-key-my-model',
  'Secret/nim-image-pull-my-model',
  'ServiceAccount/my-model-sa',
  'ServingRuntime/my-model',
];

/** What of it goes with the InferenceService. */
const owned = ownKeyTitles.filter(
  (title) => !/^(InferenceService|PersistentVolumeClaim|ServingRuntime)\//.test(title),
);

/** Each object that is owned, and by what. */
const ownersIn = (objects: readonly KubernetesObject[]): [string, string][] =>
  objects
    .flatMap((object) =>
      (object.metadata.ownerReferences ?? []).map(({ kind, name, uid }): [string, string] => [
        titleOf(object),
        `${kind}/${name} ${uid}`,
      ]),
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Without what the API server counts. */
const describeObject = ({ metadata, ...object }: KubernetesObject): string => {
  const {
    resourceVersion: _version,
    managedFields: _fields,
    ...kept
  } = {
    managedFields: undefined,
    ...metadata,
  };
  return JSON.stringify({ ...object, metadata: kept });
};

/** The bundle that replaces the key which the project has now. */
const bundleOver = async (cluster: SubmissionCluster): Promise<ResourceBundle> => {
  const secrets = (await cluster.objects()).filter(({ kind }) => kind === 'Secret');
  const { tokens: _tokens, ...bundle } = fullBundle(
    pairToReplace(findProjectKey(secrets.map(({ metadata }) => metadata))),
  );
  return bundle;
};

const withoutVolume = ({ volume: _volume, ...bundle }: ResourceBundle): ResourceBundle => bundle;
