import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { createEmbeddedCluster, type EmbeddedCluster } from './embedded-cluster.ts';

const namespace = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

const configMap = (name: string, finalizers?: string[]): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'room', ...(finalizers ? { finalizers } : {}) },
});

const clusterWith = (...objects: KubernetesObject[]): EmbeddedCluster =>
  createEmbeddedCluster({
    objects,
    users: [{ name: 'root', token: 'root-token', groups: ['system:masters'] }],
    clock: () => new Date('2026-03-01T12:00:00.500Z'),
  });

const ask = (cluster: EmbeddedCluster, method: string, path: string, body?: object) =>
  cluster.fetch(
    new Request(`http://cluster${path}`, {
      method,
      headers: {
        authorization: 'Bearer root-token',
        'content-type': 'application/merge-patch+json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );

const kindsIn = (cluster: EmbeddedCluster, room: string): string[] =>
  cluster
    .objects()
    .filter(({ metadata }) => metadata.namespace === room)
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe('an embedded cluster', () => {
  it('takes its objects in any order', () => {
    const cluster = clusterWith(configMap('b'), configMap('a'), namespace('room'));
    expect(kindsIn(cluster, 'room')).toEqual(['ConfigMap a', 'ConfigMap b']);
  });

  it('says which object it cannot take', () => {
    expect(() => clusterWith(configMap('a'))).toThrow('ConfigMap room/a cannot be created');
    expect(() => clusterWith({ ...configMap('a'), kind: 'Gadget' })).toThrow(
      'Gadget room/a: the embedded cluster does not serve this kind',
    );
  });

  it('tells the time of the clock that it was given, to the second', () => {
    const cluster = clusterWith(namespace('room'));
    const room = cluster.objects().find(({ kind }) => kind === 'Namespace');
    expect(room?.metadata.creationTimestamp).toBe('2026-03-01T12:00:00Z');
  });

  it('hands out copies: who changes one changes nothing', () => {
    const cluster = clusterWith(namespace('room'), configMap('a'));
    for (const object of cluster.objects()) {
      object.metadata.name = 'changed';
    }
    expect(kindsIn(cluster, 'room')).toEqual(['ConfigMap a']);
  });

  it('empties a namespace that is deleted', async () => {
    const cluster = clusterWith(namespace('room'), configMap('a'));
    const answer = await ask(cluster, 'DELETE', '/api/v1/namespaces/room');
    expect(await answer.json()).toMatchObject({ status: { phase: 'Terminating' } });
    expect(kindsIn(cluster, 'room')).toEqual([]);
    expect((await ask(cluster, 'GET', '/api/v1/namespaces/room')).status).toBe(404);
  });

  it('keeps an object until its last finalizer is taken off', async () => {
    const cluster = clusterWith(namespace('room'), configMap('a', ['example.com/hold']));
    const path = '/api/v1/namespaces/room/configmaps/a';
    expect((await ask(cluster, 'DELETE', path)).status).toBe(200);
    expect((await ask(cluster, 'GET', path)).status).toBe(200);
    await ask(cluster, 'PATCH', path, { metadata: { finalizers: null } });
    expect((await ask(cluster, 'GET', path)).status).toBe(404);
  });

  it('lists what it serves, as discovery does', async () => {
    const cluster = clusterWith();
    const answer = await ask(cluster, 'GET', '/apis/serving.kserve.io/v1beta1');
    expect(await answer.json()).toMatchObject({
      kind: 'APIResourceList',
      resources: [{ name: 'inferenceservices' }, { name: 'inferenceservices/status' }],
    });
  });
});
