import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster, statusAnswer } from '../../test/factories/dashboard-proxy.factory.ts';
import { deploymentWith, llama, runtimeWith } from '../bundle/deployment.factory.ts';
import { applyModel } from '../bundle/model-on-deployment.ts';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { applyStorage } from '../bundle/storage-on-deployment.ts';
import type { PersistentVolumeClaim, ServingRuntime } from '../cluster/kubernetes.ts';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/review/seen-project-query.ts';
import { deployNim } from './deploy.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type { Deployment } from './host-contract.ts';
import { lookAtVolume, refuseProblems } from './refuse-problems.ts';
import { stateWith } from './wizard-state.factory.ts';

const existing = { kind: 'existing', name: 'models', subPath: '' } as const;
const { model, server } = applyStorage(deploymentWith(), existing);
const bundle: ResourceBundle = { keyWrites: [], runtime: server, inferenceService: model };
const state = stateWith({ [STORAGE_FIELD]: existing });

const claim = (spec: Partial<PersistentVolumeClaim['spec']> = {}): PersistentVolumeClaim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'models', namespace: 'nim-demo' },
  spec: {
    accessModes: ['ReadWriteOncePod'],
    resources: { requests: { storage: '100Gi' } },
    ...spec,
  },
});

/** Another deployment on the volume. */
const another: ServingRuntime = {
  ...runtimeWith({
    volumes: [{ name: 'cache', persistentVolumeClaim: { claimName: 'models' } }],
  }),
  metadata: { name: 'another', namespace: 'nim-demo' },
};

/** The review has seen the volume, fit and free. */
const reviewed = (): void => {
  const seen = { access: [], claims: [claim()], runtimes: [] };
  queryClient.setQueryData(seenProjectQuery('nim-demo').queryKey, { seen, notSeen: [] });
};

const refuse = (): Promise<void> =>
  refuseProblems({ state, bundle, volume: lookAtVolume(state, 'nim-demo') });

const isAboutVolume = (path: string): boolean => /claims\/models$|servingruntimes$/.test(path);

const isHarmless = (path: string): boolean => /dryRun=All$|accessreviews$/.test(path);

/** The dry run, as the host asks for it. */
const press = (): Promise<Deployment> => {
  const wizard = stateWith({
    [MODEL_FIELD]: { kind: 'chosen', ...llama },
    [STORAGE_FIELD]: existing,
    [API_KEY_FIELD]: { kind: 'not-needed' },
  });
  const none = undefined;
  return deployNim(wizard, {}, 'nim-demo', none, none, none, none, true, none, false, {}, (made) =>
    applyStorage(applyModel(made, llama), existing),
  );
};

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('a volume that is reused', () => {
  it('lets the deployment go on while it is as the review has seen it', async () => {
    const { sent } = openEmbeddedCluster('ada', [claim()]);
    reviewed();
    await refuse();
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual([
      'models',
      'servingruntimes',
      'inferenceservices',
    ]);
  });

  it('refuses the deployment when it was deleted since the review', async () => {
    openEmbeddedCluster('ada');
    reviewed();
    await expect(refuse()).rejects.toThrow('The volume "models" is no longer in the project.');
  });

  it('refuses the deployment when another has taken it since the review', async () => {
    openEmbeddedCluster('ada', [claim(), another]);
    reviewed();
    await expect(refuse()).rejects.toThrow(
      'The volume "models" is used by "another". Only one pod may use it at a time',
    );
  });

  it('refuses the deployment also when nothing else of the project comes', async () => {
    openEmbeddedCluster('ada', [claim(), another], ({ path }) =>
      isAboutVolume(path) ? undefined : statusAnswer(503, 'ServiceUnavailable'),
    );
    reviewed();
    await expect(refuse()).rejects.toThrow('The volume "models" is used by "another".');
  });

  it('is taken to be as the review has seen it when it does not come', async () => {
    openEmbeddedCluster('ada', [], () => statusAnswer(503, 'ServiceUnavailable'));
    reviewed();
    await expect(refuse()).resolves.toBeUndefined();
  });

  it('is not asked for when a new one is made', async () => {
    const { sent } = openEmbeddedCluster('ada');
    expect(await lookAtVolume(stateWith(), 'nim-demo')).toEqual({});
    expect(sent).toEqual([]);
  });

  it('is looked at on "Deploy model", beside the dry runs, and nothing is written', async () => {
    const { sent } = openEmbeddedCluster('ada');
    reviewed();
    await expect(press()).rejects.toThrow('The volume "models" is no longer in the project.');
    const writes = sent.filter(({ method, path }) => method !== 'GET' && !isHarmless(path));
    expect(writes).toEqual([]);
  });
});
