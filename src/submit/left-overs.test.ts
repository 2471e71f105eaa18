import { describe, expect, it } from 'vitest';
import type {
  InferenceService,
  KubernetesObject,
  ObjectMeta,
  ServingRuntime,
} from '../cluster/kubernetes.ts';
import {
  describeLeftOvers,
  describeLoss,
  describeRemoval,
} from './describe/describe-left-overs.ts';
import { findLeftOvers, type LeftOvers, removeLeftOvers, unmarkStale } from './left-overs.ts';
import { SUBMISSION_LABEL, UNFINISHED_LABEL } from './plan/submission-label.ts';
import { memoryCluster } from './run/memory-cluster.factory.ts';
import { noPauses } from './run/patience.factory.ts';

const CREATED = '2026-08-22T12:00:00Z';
const later = (minutes: number): number => Date.parse(CREATED) + minutes * 60_000;

const metadataOf = (name: string, submission?: string, given: Partial<ObjectMeta> = {}) => ({
  name,
  namespace: 'nim-demo',
  uid: `uid-of-${name}`,
  creationTimestamp: CREATED,
  ...(submission === undefined
    ? {}
    : { labels: { [SUBMISSION_LABEL]: submission, [UNFINISHED_LABEL]: submission } }),
  ...given,
});

const objectOf = (kind: string, ...named: Parameters<typeof metadataOf>): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: metadataOf(...named),
});

const volume = objectOf('PersistentVolumeClaim', 'nim-chat', 'left');
const secret = objectOf('Secret', 'nim-api-key', 'left');
const pull = objectOf('Secret', 'nim-image-pull', 'left');

/** A runtime that uses what the left-overs of this test hold. */
const runtime = (name: string, submission?: string): ServingRuntime => ({
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'ServingRuntime',
  metadata: metadataOf(name, submission),
  spec: {
    containers: [
      {
        name: 'kserve-container',
        env: [
          {
            name: 'NGC_API_KEY',
            valueFrom: { secretKeyRef: { name: 'nim-api-key', key: 'NGC_API_KEY' } },
          },
        ],
      },
    ],
    volumes: [{ name: 'cache', persistentVolumeClaim: { claimName: 'nim-chat' } }],
    imagePullSecrets: [{ name: 'nim-image-pull' }],
  },
});

const service = (name: string, submission?: string, runs = name): InferenceService => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: metadataOf(name, submission),
  spec: { predictor: { model: { runtime: runs } } },
});

interface Given {
  runtimes?: ServingRuntime[];
  services?: InferenceService[];
  minutes?: number;
}

const look = (marked: KubernetesObject[], given: Given): LeftOvers =>
  findLeftOvers(
    { marked, runtimes: given.runtimes ?? [], services: given.services ?? [] },
    later(given.minutes ?? 3),
  );

const idOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

const found = (marked: KubernetesObject[], given: Given = {}): string[] =>
  look(marked, given).removable.map(idOf);

const stale = (marked: KubernetesObject[], given: Given = {}): string[] =>
  look(marked, given).stale.map(idOf);

const all = ['PersistentVolumeClaim/nim-chat', 'Secret/nim-api-key', 'Secret/nim-image-pull'];

describe('the left-overs of a project', () => {
  it('are what a submission without a deployment has created', () => {
    expect(found([volume, secret, pull])).toEqual(all);
  });

  it('are a runtime without its deployment, and what only that uses', () => {
    const left = runtime('chat', 'left');
    expect(found([volume, secret, pull], { runtimes: [left] })).toEqual([
      ...all,
      'ServingRuntime/chat',
    ]);
  });

  it('are nothing that is younger than two minutes: somebody may be at work', () => {
    expect(found([volume], { minutes: 1.9 })).toEqual([]);
  });

  it('are nothing whose deployment is there, though its label was never taken off', () => {
    const done = runtime('chat', 'left');
    expect(
      found([volume, secret, pull], {
        runtimes: [done],
        services: [service('chat', 'left')],
      }),
    ).toEqual([]);
  });

  it('are nothing that another deployment uses', () => {
    const other = runtime('other');
    expect(
      found([volume, secret, pull], { runtimes: [other], services: [service('other')] }),
    ).toEqual([]);
  });

  it('are no runtime that a deployment of another name runs on', () => {
    const shared = runtime('chat', 'left');
    expect(
      found([], { runtimes: [shared], services: [service('other', undefined, 'chat')] }),
    ).toEqual([]);
  });

  it('are nothing that goes anyway: with its owner, or being deleted', () => {
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Some', name: 'some', uid: 'some' }];
    expect(
      found([
        objectOf('Secret', 'a', 'left', { ownerReferences }),
        objectOf('Secret', 'b', 'left', { deletionTimestamp: CREATED }),
      ]),
    ).toEqual([]);
  });
});

describe('a mark that was never taken off', () => {
  const done = runtime('chat', 'left');

  it('is stale where the deployment is there, or another one uses the object', () => {
    const services = [service('chat', 'left')];
    expect(stale([volume, secret, pull], { runtimes: [done], services })).toEqual(all);
    expect(stale([volume, secret, pull], { runtimes: [runtime('other')] })).toEqual(all);
  });

  it('is not stale as long as somebody may be at work, and where it is right', () => {
    const services = [service('chat', 'left')];
    expect(stale([volume], { runtimes: [done], services, minutes: 1.9 })).toEqual([]);
    expect(stale([volume, secret], { runtimes: [done] })).toEqual([]);
  });

  it("stays on a deployment's own key that it does not own yet: it is to go with it", () => {
    const own = objectOf('Secret', 'nim-api-key-chat', 'left');
    const services = [service('chat', 'left')];
    expect(stale([own], { services })).toEqual([]);
    expect(found([own], { services })).toEqual([]);
    expect(found([own])).toEqual(['Secret/nim-api-key-chat']);
  });

  it('is taken off, and no other object is touched', async () => {
    const cluster = memoryCluster({ objects: [volume, secret] });
    await unmarkStale([volume], cluster.client);
    expect(cluster.objects.map(({ metadata }) => metadata.labels)).toEqual(
      [secret.metadata.labels, { [SUBMISSION_LABEL]: 'left' }].toReversed(),
    );
  });
});

describe('removing left-overs', () => {
  it('removes them, the runtime first', async () => {
    const left = runtime('chat', 'left');
    const cluster = memoryCluster({ objects: [volume, secret, left] });
    const report = await removeLeftOvers([volume, secret, left], cluster.client, noPauses);
    expect(describeRemoval(report)).toBeUndefined();
    expect(cluster.objects).toEqual([]);
    expect(cluster.calls[0]).toBe('remove ServingRuntime/chat');
  });

  it('says what could not be removed', async () => {
    const cluster = memoryCluster({
      objects: [volume, secret],
      refusals: { 'remove Secret/nim-api-key': 'forbidden' },
    });
    const report = await removeLeftOvers([volume, secret], cluster.client, noPauses);
    expect(describeRemoval(report)).toEqual({
      title: 'The secret "nim-api-key" could not be removed',
      body: 'You do not have permission to delete it. Ask somebody who may edit the project. Removed: the volume "nim-chat".',
      commands: [expect.stringMatching(/^kubectl delete secrets --namespace nim-demo /)],
    });
  });

  it('names each of several that could not be removed, and why', async () => {
    const cluster = memoryCluster({
      objects: [volume, secret],
      refusals: {
        'remove Secret/nim-api-key': 'forbidden',
        'remove PersistentVolumeClaim/nim-chat': 'invalid',
      },
    });
    const report = await removeLeftOvers([volume, secret], cluster.client, noPauses);
    const problem = describeRemoval(report);
    expect(problem?.title).toBe('Not everything could be removed');
    expect(problem?.body).toBe(
      'You do not have permission to delete the secret "nim-api-key". Ask somebody who may edit the project. The cluster refused to remove the volume "nim-chat". It says: invalid, says the cluster.',
    );
    expect(problem?.commands).toHaveLength(2);
  });

  it('leaves what took their names since', async () => {
    const other = { ...volume, metadata: { ...volume.metadata, uid: 'other' } };
    const cluster = memoryCluster({ objects: [other] });
    await removeLeftOvers([volume], cluster.client, noPauses);
    expect(cluster.objects).toEqual([other]);
  });
});

describe('the words for left-overs', () => {
  it('name each', () => {
    expect(describeLeftOvers([volume])).toBe(
      'The volume "nim-chat" was created for it, and no deployment uses it.',
    );
    expect(describeLeftOvers([volume, secret])).toBe(
      'The volume "nim-chat" and the secret "nim-api-key" were created for it, and no deployment uses them. The project\'s NVIDIA API key is among them.',
    );
  });

  it('say what is lost for good with them', () => {
    const own = objectOf('Secret', 'nim-api-key-chat', 'left');
    expect(describeLoss([volume, secret, pull])).toBe(
      'That key then has to be entered again. What was downloaded to the volume is lost.',
    );
    expect(describeLoss([volume, volume])).toBe('What was downloaded to the volumes is lost.');
    expect(describeLoss([own])).toBe(
      'The NVIDIA API key that was stored for that deployment alone is removed, too.',
    );
    expect(describeLoss([runtime('chat', 'left')])).toBeUndefined();
  });
});
