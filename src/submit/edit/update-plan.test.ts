import { describe, expect, it } from 'vitest';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterErrorKind } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { describeFailedUpdate } from '../describe/describe-update.ts';
import { errorOf } from '../run/memory-cluster.factory.ts';
import { checkUpdate, type ObjectUpdate, runUpdate } from './update-plan.ts';

/** How a request goes wrong; `lost`: it was done, and the answer never came; `dropped`: it never came. */
type Fault = Exclude<ClusterErrorKind, 'unreachable'> | 'lost' | 'dropped';

interface Held {
  kind: string;
  metadata: { name: string; resourceVersion: string };
  spec: { image: string };
}

const held = (kind: string, image: string, resourceVersion = '1'): Held => ({
  kind,
  metadata: { name: 'llama', resourceVersion },
  spec: { image },
});

const asObject = (object: Held): KubernetesObject => ({ apiVersion: 'v1', ...object });

const update = (kind: string): ObjectUpdate => ({
  before: asObject(held(kind, 'old')),
  after: asObject(held(kind, 'new')),
});

const updates = [update('ServingRuntime'), update('InferenceService')];

type OnReplace = (count: number, objects: (KubernetesObject & Held)[]) => void;

const unused = () => Promise.reject(new Error('not used'));

/** Holds both objects, counts the real replacements, and goes wrong at those that are named. */
const faultyCluster = (faults: Record<number, Fault>, onReplace: OnReplace = () => {}) => {
  const objects = updates.map(({ before }) => structuredClone(before) as KubernetesObject & Held);
  const calls: string[] = [];
  let count = 0;
  const find = (kind: string) => objects.findIndex((object) => object.kind === kind);
  const store = (object: KubernetesObject) => {
    const before = objects[find(object.kind)];
    if (before?.metadata.resourceVersion !== object.metadata.resourceVersion) {
      return { status: 'failed', error: errorOf('conflict') } as const;
    }
    const resourceVersion = `${Number(before?.metadata.resourceVersion) + 1}`;
    const value = { ...object, metadata: { ...object.metadata, resourceVersion } };
    objects[find(object.kind)] = value as KubernetesObject & Held;
    return { status: 'ok', value } as const;
  };
  const client = {
    get: async ({ kind }: KubernetesObject) => {
      calls.push(`get ${kind}`);
      return { status: 'ok', value: structuredClone(objects[find(kind)]) };
    },
    replace: async (object: KubernetesObject, { dryRun = false } = {}) => {
      calls.push(`${dryRun ? 'dry ' : ''}replace ${object.kind}`);
      count += 1;
      const fault = faults[count];
      onReplace(count, objects);
      if (fault === 'lost') {
        store(object);
      }
      if (fault !== undefined) {
        const kind = fault === 'lost' || fault === 'dropped' ? 'unreachable' : fault;
        return { status: 'failed', error: errorOf(kind) };
      }
      return dryRun ? { status: 'ok', value: object } : store(object);
    },
    list: unused,
    create: unused,
    patch: unused,
    remove: unused,
  } as unknown as ClusterClient;
  return { client, calls, objects, images: () => objects.map(({ spec }) => spec.image) };
};

const now = async () => {};

const run = async (faults: Record<number, Fault>, onReplace?: OnReplace) => {
  const cluster = faultyCluster(faults, onReplace);
  return { ...cluster, outcome: await runUpdate(updates, cluster.client, now) };
};

const faults: Fault[] = [
  'conflict',
  'forbidden',
  'unauthorized',
  'notFound',
  'invalid',
  'other',
  'dropped',
  'lost',
];

describe('an update of two objects', () => {
  it('is of one after the other', async () => {
    const { outcome, images, calls } = await run({});
    expect(outcome.status).toBe('done');
    expect(images()).toEqual(['new', 'new']);
    expect(calls).toEqual(['replace ServingRuntime', 'replace InferenceService']);
  });

  it.each(faults.flatMap((fault) => [1, 2].map((at) => [fault, at] as const)))(
    'is of both or of neither with the fault "%s" at request %i',
    async (fault, at) => {
      const { outcome, images } = await run({ [at]: fault });
      const isDone = fault === 'lost';
      expect(outcome.status).toBe(isDone ? 'done' : 'failed');
      expect(images()).toEqual(isDone ? ['new', 'new'] : ['old', 'old']);
    },
  );

  it.each(faults.map((fault) => [fault]))(
    'says what is left when putting back fails with "%s", if it does',
    async (fault) => {
      const { outcome, images } = await run({ 2: 'invalid', 3: fault });
      const [runtime] = images();
      const message = outcome.status === 'failed' ? describeFailedUpdate(outcome) : '';
      expect(images()).toEqual([fault === 'lost' || fault === 'dropped' ? 'old' : 'new', 'old']);
      expect(message).toContain(
        runtime === 'new'
          ? 'The serving runtime "llama" was changed already and could not be put back'
          : 'Put back as it was: the serving runtime "llama".',
      );
    },
  );

  it('does not put back what somebody has changed since', async () => {
    const { outcome, images } = await run({ 2: 'invalid' }, (count, objects) => {
      const [runtime] = objects;
      if (count === 2 && runtime) {
        objects[0] = { ...runtime, ...held('ServingRuntime', 'theirs', '9') };
      }
    });
    expect(images()).toEqual(['theirs', 'old']);
    expect(outcome).toMatchObject({
      status: 'failed',
      undone: [],
      left: [{ error: { kind: 'conflict' } }],
    });
  });

  it('is not there when somebody else changed the object and no answer came', async () => {
    const { outcome, images } = await run({ 1: 'dropped' }, (count, objects) => {
      const [runtime] = objects;
      if (count === 1 && runtime) {
        objects[0] = { ...runtime, ...held('ServingRuntime', 'theirs', '9') };
      }
    });
    expect(images()).toEqual(['theirs', 'old']);
    expect(outcome.status === 'failed' && describeFailedUpdate(outcome)).toBe(
      'The cluster did not answer when the serving runtime "llama" was updated (unreachable, says the cluster), so it may be. Open the deployment again to see.',
    );
  });
});

describe('the dry run of an update', () => {
  it('asks about all of it, changes nothing, and hands on every refusal', async () => {
    const { client, calls, images } = faultyCluster({ 1: 'conflict', 2: 'forbidden' });
    const refused = await checkUpdate(updates, client);
    expect(refused.map(({ object, error }) => [object.kind, error.kind])).toEqual([
      ['ServingRuntime', 'conflict'],
      ['InferenceService', 'forbidden'],
    ]);
    expect(calls).toEqual(['dry replace ServingRuntime', 'dry replace InferenceService']);
    expect(images()).toEqual(['old', 'old']);
  });
});
