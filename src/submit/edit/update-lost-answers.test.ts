import { describe, expect, it } from 'vitest';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterErrorKind, ClusterOutcome } from '../../cluster/cluster-error.ts';
import type { InferenceService, KubernetesObject } from '../../cluster/kubernetes.ts';
import { describeFailedUpdate } from '../describe/describe-update.ts';
import { errorOf, memoryCluster, type MemoryCluster } from '../run/memory-cluster.factory.ts';
import { noPauses } from '../run/patience.factory.ts';
import { runUpdate, type UpdateOutcome } from './run-update.ts';
import { planTokenChange } from './token-change.ts';
import type { DeploymentUpdate } from './update-plan.ts';

/** `lost`: it was done, and the answer never came; `dropped`: it never came. */
type Fault = Exclude<ClusterErrorKind, 'unreachable' | 'alreadyExists'> | 'lost' | 'dropped';

const namespace = 'nim-demo';

const service = (replicas: number): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'llama', namespace, uid: 'uid-llama', resourceVersion: '1' },
  spec: { predictor: { minReplicas: replicas } },
});

const token = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name,
    namespace,
    uid: `uid-${name}`,
    annotations: { 'openshift.io/display-name': name },
  },
});

const account: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'llama-sa', namespace, uid: 'uid-account' },
};

/** A token more, one that is renamed, one that is removed; and another number of replicas. */
const update: DeploymentUpdate = {
  updates: [{ before: service(1), after: service(2) }],
  tokens: planTokenChange({
    service: service(1),
    before: ['laptop', 'phone'].map((secretName) => ({
      displayName: secretName,
      secretName,
      uid: `uid-${secretName}`,
    })),
    after: [{ displayName: 'Mobile', secretName: 'phone' }, { displayName: 'build' }],
    nameOf: ({ displayName }) => ({ displayName, name: displayName }),
  }),
};

/** Lets the cluster replace objects, too, and goes wrong at the writes that are counted. */
const faulty = (cluster: MemoryCluster, faults: Record<number, Fault>) => {
  const writes: string[] = [];
  const send = async <T>(
    verb: string,
    { kind, metadata }: Pick<KubernetesObject, 'kind'> & { metadata: { name: string } },
    write: () => Promise<ClusterOutcome<T>>,
  ): Promise<ClusterOutcome<T>> => {
    const fault = faults[writes.push(`${verb} ${kind}/${metadata.name}`)];
    if (fault === undefined) {
      return write();
    }
    if (fault === 'lost') {
      await write();
    }
    const error = errorOf(fault === 'lost' || fault === 'dropped' ? 'unreachable' : fault);
    return { status: 'failed', error };
  };
  const replace = async <T extends KubernetesObject>(object: T): Promise<ClusterOutcome<T>> => {
    const at = cluster.objects.findIndex(({ kind }) => kind === object.kind);
    const { resourceVersion } = cluster.objects[at]?.metadata ?? {};
    if (resourceVersion !== object.metadata.resourceVersion) {
      return { status: 'failed', error: errorOf('conflict') };
    }
    const version = `${Number(resourceVersion) + 1}`;
    const value = { ...object, metadata: { ...object.metadata, resourceVersion: version } };
    cluster.objects.splice(at, 1, value);
    return { status: 'ok', value };
  };
  const client: ClusterClient = {
    ...cluster.client,
    create: (object, options) =>
      send('create', object, () => cluster.client.create(object, options)),
    replace: (object) => send('replace', object, () => replace(object)),
    patch: (reference, ...rest) =>
      send('patch', reference, () => cluster.client.patch(reference, ...rest)),
    remove: (reference, ...rest) =>
      send('remove', reference, () => cluster.client.remove(reference, ...rest)),
  };
  return { client, writes };
};

/** What a reader of the cluster finds: names, and what the update changes. */
const contentOf = ({ objects }: MemoryCluster): string[] =>
  objects
    .map((object) => {
      const shown = object.metadata.annotations?.['openshift.io/display-name'];
      const replicas = object.kind === service(1).kind && (object as InferenceService).spec;
      return `${object.kind}/${object.metadata.name} ${shown ?? JSON.stringify(replicas)}`;
    })
    .toSorted();

const run = async (
  faults: Record<number, Fault> = {},
): Promise<{ outcome: UpdateOutcome; writes: string[]; before: string[]; after: string[] }> => {
  const objects = [service(1), token('laptop'), token('phone'), account];
  const cluster = memoryCluster({ objects });
  const before = contentOf(cluster);
  const { client, writes } = faulty(cluster, faults);
  const outcome = await runUpdate(update, client, noPauses);
  return { outcome, writes, before, after: contentOf(cluster) };
};

const allDone = [
  'InferenceService/llama {"predictor":{"minReplicas":2}}',
  'Role/llama-view-role false',
  'RoleBinding/llama-view false',
  'Secret/build-llama-sa build',
  'Secret/phone Mobile',
  'ServiceAccount/llama-sa false',
];

const WRITES = [
  'create ServiceAccount/llama-sa',
  'create Role/llama-view-role',
  'create RoleBinding/llama-view',
  'create Secret/build-llama-sa',
  'replace InferenceService/llama',
  'remove Secret/laptop',
  'patch Secret/phone',
];

const at = (write: string): number => WRITES.indexOf(write) + 1;
const beforeTheUpdate = WRITES.slice(0, 5);
const afterwards = WRITES.slice(5);
const refusals: Fault[] = ['conflict', 'forbidden', 'unauthorized', 'notFound', 'invalid', 'other'];

describe('the tokens and the update of a deployment', () => {
  it('are written in this order', async () => {
    const { outcome, writes, after } = await run();
    expect(outcome).toMatchObject({ status: 'done', notRemoved: [] });
    expect(writes).toEqual(WRITES);
    expect(after).toEqual(allDone);
  });

  it.each(WRITES)('are all there when the answer to "%s" is lost', async (write) => {
    const { outcome, after } = await run({ [at(write)]: 'lost' });
    expect(outcome).toMatchObject({ status: 'done', notRemoved: [] });
    expect(after).toEqual(allDone);
  });

  it.each([
    ...beforeTheUpdate.flatMap((write) =>
      refusals
        .filter((fault) => fault !== 'conflict' || !write.startsWith('create'))
        .map((fault) => [write, fault] as const),
    ),
    ...beforeTheUpdate.slice(1).map((write) => [write, 'dropped'] as const),
  ])('are as before when "%s" ends with "%s"', async (write, fault) => {
    const { outcome, before, after } = await run({ [at(write)]: fault });
    expect(outcome).toMatchObject({ status: 'failed', undo: { left: [] } });
    expect(after).toEqual(before);
  });

  it.each(beforeTheUpdate.slice(1).filter((write) => write.startsWith('create')))(
    'are all there when the name that "%s" wants was taken and is free again',
    async (write) => {
      const { outcome, after } = await run({ [at(write)]: 'conflict' });
      expect(outcome).toMatchObject({ status: 'done', notRemoved: [] });
      expect(after).toEqual(allDone);
    },
  );

  it('use the account that is there, also when nobody said that it is', async () => {
    const { outcome, after } = await run({ 1: 'dropped' });
    expect(outcome).toMatchObject({ status: 'done' });
    expect(after).toEqual(allDone);
  });

  it.each(afterwards)('are all there when "%s" is dropped once', async (write) => {
    const { outcome, after } = await run({ [at(write)]: 'dropped' });
    expect(outcome).toMatchObject({ status: 'done', notRemoved: [] });
    expect(after).toEqual(allDone);
  });

  it.each(afterwards)('are there, and it is said, when "%s" is refused', async (write) => {
    const { outcome } = await run({ [at(write)]: 'forbidden' });
    const [, name = ''] = write.split('/');
    expect(outcome).toMatchObject({
      status: 'done',
      notRemoved: [{ object: { metadata: { name } }, error: { kind: 'forbidden' } }],
    });
  });

  it('are named also when the update came late and was taken back: their owner is there', async () => {
    const objects = [service(1), token('laptop'), token('phone'), account];
    const cluster = memoryCluster({ objects });
    const { client } = faulty(cluster, { 5: 'dropped' });
    const late: ClusterClient = {
      ...client,
      remove: async ({ metadata }) => {
        // By then nobody waits for the answer any more.
        const found = cluster.objects.findIndex(({ kind }) => kind === 'InferenceService');
        const version = { ...service(2).metadata, resourceVersion: '2' };
        cluster.objects.splice(found, 1, { ...service(2), metadata: version });
        return { status: 'failed', error: errorOf('forbidden', `${metadata.name} stays.`) };
      },
    };
    const outcome = await runUpdate(update, late, noPauses);
    expect(contentOf(cluster)).toContain('InferenceService/llama {"predictor":{"minReplicas":1}}');
    const message = outcome.status === 'failed' ? describeFailedUpdate(outcome) : '';
    expect(message).toContain('Put back as it was: the deployment "llama".');
    expect(message).toContain('the secret "build-llama-sa" (build-llama-sa stays)');
  });

  it('leave what could not be removed again to be removed by hand, that very object', async () => {
    // Five writes; the first that is removed again is the new token.
    const { outcome } = await run({ 5: 'forbidden', 6: 'forbidden' });
    const message = outcome.status === 'failed' ? describeFailedUpdate(outcome) : '';
    expect(message).toMatch(
      /^The deployment "llama" could not be updated: .* Could not be removed: the .*"\S+" \(forbidden, says the cluster\)\. Remove with: kubectl delete \S+ --namespace nim-demo --field-selector metadata\.name=\S+ --selector nim-wizard\.opendatahub\.io\/submission=\S+$/,
    );
  });
});
