import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openEmbeddedCluster,
  type SentRequest,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { storedSecrets } from '../apiKey/key-secrets.factory.ts';
import { emptyVault, keepKey, keptKey } from '../apiKey/key-vault.ts';
import { personalKey } from '../apiKey/personal-key.factory.ts';
import { modelWith } from '../catalog/catalog-model.factory.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { catalogQuery } from '../wizard/catalog-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { isDeployActive } from './deploy.ts';
import { assembledDeployment } from './deployment.factory.ts';
import { MODEL_FIELD } from './field-ids.ts';
import { deploy, filledIn } from './filled-in.factory.ts';
import { stateWith } from './wizard-state.factory.ts';

const olderNames = ['nvidia-nim-secrets', 'ngc-secret'];
const bareSecret = { apiVersion: 'v1', kind: 'Secret' };
const place = { namespace: 'nim-demo' };
const stored = { kind: 'stored', project: 'nim-demo', source: 'project' } as const;

const namesIn = (objects: KubernetesObject[], before: KubernetesObject[]): string[] => {
  const known = new Set(before.map(({ metadata }) => metadata.uid));
  return objects
    .filter(({ metadata }) => !known.has(metadata.uid))
    .map(({ kind, metadata }) => `${kind}/${metadata.name}`);
};

/** The embedded cluster as one of its users, the key in the vault, and what is new in the cluster. */
const startAs = (user: string, objects: KubernetesObject[] = []) => {
  const { cluster, sent } = openEmbeddedCluster(user, objects);
  const before = cluster.objects();
  keepKey('nim-demo', personalKey());
  return { sent, made: () => namesIn(cluster.objects(), before) };
};

/** Asking what one may do writes nothing. */
const writes = (sent: SentRequest[]): SentRequest[] =>
  sent.filter(({ method, path }) => method !== 'GET' && !path.endsWith('accessreviews'));

afterEach(() => {
  queryClient.clear();
  emptyVault('nim-demo');
  vi.unstubAllGlobals();
});

describe('deploying a NIM', () => {
  it('creates everything in the project', async () => {
    const { made } = startAs('ada');
    await deploy(filledIn());
    expect(made()).toEqual([
      'InferenceService/my-model',
      'PersistentVolumeClaim/nim-my-model',
      'Secret/nim-api-key',
      'Secret/nim-image-pull',
      'ServingRuntime/my-model',
    ]);
  });

  it('answers with the deployment as the cluster knows it', async () => {
    startAs('ada');
    expect(await deploy(filledIn())).toMatchObject({
      modelServingPlatformId: 'kserve',
      model: {
        kind: 'InferenceService',
        metadata: { name: 'my-model', namespace: 'nim-demo', uid: expect.any(String) },
      },
      server: { kind: 'ServingRuntime', metadata: { name: 'my-model' } },
    });
  });

  it('changes nothing in the dry run, which asks for all of it', async () => {
    const { made, sent } = startAs('ada');
    await deploy(filledIn(), { dryRun: true });
    expect(made()).toEqual([]);
    expect(writes(sent).map(({ path }) => path.split('/').at(-1))).toEqual([
      'secrets?dryRun=All',
      'secrets?dryRun=All',
      'persistentvolumeclaims?dryRun=All',
      'servingruntimes?dryRun=All',
      'inferenceservices?dryRun=All',
    ]);
  });

  it('keeps the key for the real run after the dry run, and forgets it then', async () => {
    startAs('ada');
    await deploy(filledIn(), { dryRun: true });
    expect(keptKey('nim-demo')).toBe(personalKey());
    await deploy(filledIn());
    expect(keptKey('nim-demo')).toBeUndefined();
  });

  it('creates no Secrets when the project has a key, and no volume when one is used', async () => {
    const { made } = startAs('ada', storedSecrets());
    const storage = { kind: 'existing', name: 'models', subPath: '' } as const;
    await deploy(filledIn({ key: stored, storage }));
    expect(made()).toEqual(['InferenceService/my-model', 'ServingRuntime/my-model']);
  });

  it('names no Secret in a cluster that pulls with its own', async () => {
    const { made } = startAs('ada');
    const { server } = await deploy(filledIn({ key: { kind: 'not-needed' } }));
    expect(made().filter((name) => name.startsWith('Secret/'))).toEqual([]);
    expect(JSON.stringify(server)).not.toMatch(/NGC_API_KEY|imagePullSecrets/);
  });

  it('lets a model that downloads much take longer to start', async () => {
    startAs('ada');
    const model = modelWith({ name: 'llama-3.1-405b-instruct', displayName: 'Llama 3.1 405B' });
    const catalog = { models: [model], unreadable: [], title: 'the catalog' };
    queryClient.setQueryData(catalogQuery.queryKey, catalog);
    const { state, applyFieldData } = filledIn();
    const large = { ...state, [MODEL_FIELD]: { kind: 'chosen', model, tag: '1.8' } };
    const { server } = await deploy({ state: large, applyFieldData });
    const probe = server?.spec.containers[0]?.startupProbe;
    expect(probe).toMatchObject({ periodSeconds: 10, failureThreshold: 960 });
  });

  it('creates what a token needs, for an administrator of the project', async () => {
    const secrets = olderNames.map((name) => ({ ...bareSecret, metadata: { ...place, name } }));
    const { made } = startAs('pat', secrets);
    const tokenAuthentication = { data: [{ uuid: 'a', displayName: 'CI' }] };
    const key = { ...stored, source: 'older' } as const;
    const wizard = filledIn({ key, state: { tokenAuthentication } });
    await deploy(wizard, { dryRun: true });
    await deploy(wizard);
    expect(made()).toEqual([
      'InferenceService/my-model',
      'PersistentVolumeClaim/nim-my-model',
      'Role/my-model-view-role',
      'RoleBinding/my-model-view',
      'Secret/ci-my-model-sa',
      'ServiceAccount/my-model-sa',
      'ServingRuntime/my-model',
    ]);
  });
});

describe('a deployment that fails', () => {
  const { model } = assembledDeployment();
  const taken: KubernetesObject = {
    ...model,
    spec: { predictor: { model: { modelFormat: { name: 'other' } } } },
  } as KubernetesObject;

  it('leaves nothing behind, keeps the key, and says what happened', async () => {
    const { made } = startAs('ada', [taken]);
    await expect(deploy(filledIn())).rejects.toThrow(
      'The deployment "my-model" exists already. Choose another name. Removed again: the serving runtime "my-model", the volume "nim-my-model", the secret "nim-image-pull", the secret "nim-api-key".',
    );
    expect(made()).toEqual([]);
    expect(keptKey('nim-demo')).toBe(personalKey());
  });

  it('does not end with an error from which the host would offer to overwrite another', async () => {
    startAs('ada', [taken]);
    const error: unknown = await deploy(filledIn(), { dryRun: true }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SubmissionError);
    expect(error).not.toHaveProperty('statusObject');
  });

  it('names everything that a person who only looks may not create, and does not try it', async () => {
    const { made, sent } = startAs('vic');
    const error: unknown = await deploy(filledIn(), { dryRun: true }).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toBe(
      'SubmissionError: Nothing was changed. You may not deploy a model in the project nim-demo. You do not have permission to create inferenceservices, create servingruntimes, create persistentvolumeclaims, or create secrets. Ask an administrator of the project.',
    );
    expect(writes(sent)).toEqual([]);
    expect(made()).toEqual([]);
  });

  it('asks for the key again when it is not known any more', async () => {
    const { sent } = startAs('ada');
    emptyVault('nim-demo');
    await expect(deploy(filledIn())).rejects.toThrow(
      'Nothing was created. The NVIDIA API key is not known any more: go back to "Model details" and enter it again.',
    );
    expect(writes(sent)).toEqual([]);
  });

  it('says so when the template cannot be read', async () => {
    openEmbeddedCluster('ada', storedSecrets(), ({ path }) =>
      path.includes('/templates/') ? statusAnswer(404, 'NotFound') : undefined,
    );
    await expect(deploy(filledIn({ key: stored }))).rejects.toThrow(
      'Nothing was created. The template nim-http-template is not in the namespace opendatahub. Ask an administrator to install it.',
    );
  });

  it('tells nobody the key', async () => {
    startAs('ada', [taken]);
    const error: unknown = await deploy(filledIn()).catch((thrown: unknown) => thrown);
    expect(JSON.stringify([String(error), Object.entries(error as Error)])).not.toContain(
      personalKey(),
    );
  });
});

describe('whether a deployment is ours', () => {
  it('is told by the location of the model', () => {
    expect(isDeployActive(stateWith())).toBe(true);
    expect(isDeployActive({})).toBe(false);
  });
});
