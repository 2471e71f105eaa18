import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answerAsDashboard,
  openEmbeddedCluster,
  statusAnswer,
} from '../../../test/factories/dashboard-proxy.factory.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { queryClient } from '../query-client.ts';
import { type ProjectSight, seenProjectQuery } from './seen-project-query.ts';
import { settingsQuery } from '../settings-query.ts';

const look = (project = 'nim-demo'): Promise<ProjectSight> =>
  queryClient.fetchQuery(seenProjectQuery(project));

const FOR_TOKENS = ['serviceaccounts', 'roles', 'rolebindings'];

const secretOf = (name: string, type: string, data: object): KubernetesObject =>
  ({
    ...theirs('v1', 'Secret'),
    metadata: { name, namespace: 'nim-demo' },
    type,
    data,
  }) as KubernetesObject;

const theirs = (apiVersion: string, kind: string): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: 'theirs', namespace: 'nim-demo' },
});

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('what is seen of a project before a deployment', () => {
  it('is what it holds, and what this person may do there', async () => {
    openEmbeddedCluster('ada');
    const { seen, notSeen } = await look();
    expect(notSeen).toEqual([]);
    expect(seen.classes?.map(({ metadata }) => metadata.name)).toContain('standard-csi');
    expect(seen).toMatchObject({ services: [], runtimes: [], quotas: [], limitRanges: [] });
    const refused = seen.access.filter(({ isAllowed }) => !isAllowed).map(({ kind }) => kind);
    expect(refused).toEqual(['Role', 'RoleBinding']);
    expect(seen.access).toHaveLength(13);
  });

  it('is asked for all at once', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const sent = answerAsDashboard(() => promise.then((answer) => answer.clone()));
    const looking = look();
    await vi.waitFor(() => expect(sent).toHaveLength(24));
    resolve(statusAnswer(500, 'InternalError'));
    await looking;
    expect(sent).toHaveLength(24);
  });

  it('is of Secrets the metadata only', async () => {
    const { sent } = openEmbeddedCluster('ada');
    await look();
    const secrets = sent.filter(({ path }) => path.includes('/secrets'));
    expect(secrets.map(({ accept }) => accept?.split(';')[1])).toEqual(
      Array<string>(2).fill('as=PartialObjectMetadataList'),
    );
  });

  it('is of Secrets also which of them no image is pulled with', async () => {
    openEmbeddedCluster('ada', [
      secretOf('opaque', 'Opaque', {}),
      secretOf('login', 'kubernetes.io/dockerconfigjson', { '.dockerconfigjson': 'e30=' }),
      secretOf('older', 'kubernetes.io/dockercfg', { '.dockercfg': 'e30=' }),
      secretOf('basic', 'kubernetes.io/basic-auth', { username: 'YQ==' }),
    ]);
    const { seen } = await look();
    const names = ['basic', 'login', 'older', 'opaque'];
    expect(seen.secrets?.map(({ name }) => name)).toEqual(names);
    expect(seen.notForPulling).toEqual(['basic', 'opaque']);
  });

  it('is of what is made for a deployment the metadata only, and its kind besides', async () => {
    const { sent } = openEmbeddedCluster('ada', [
      theirs('v1', 'Service'),
      theirs('apps/v1', 'Deployment'),
    ]);
    const { seen, notSeen } = await look();
    expect(seen.parts).toEqual([
      { apiVersion: 'v1', kind: 'Service', metadata: expect.objectContaining({ name: 'theirs' }) },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: expect.objectContaining({ name: 'theirs' }),
      },
    ]);
    expect(notSeen).toEqual([]);
    const asked = sent.filter(({ path }) => /\/(services|deployments|routes)$/.test(path));
    expect(asked.map(({ accept }) => accept?.split(';')[1])).toEqual(
      Array<string>(3).fill('as=PartialObjectMetadataList'),
    );
  });

  it('is of what tokens need only where there are any', async () => {
    const { sent } = openEmbeddedCluster('pat');
    const kinds = (): string[] =>
      sent
        .map(({ path }) => path.split('/').at(-1) ?? '')
        .filter((kind) => FOR_TOKENS.includes(kind));
    await look();
    expect(kinds()).toEqual([]);
    await queryClient.fetchQuery(seenProjectQuery('nim-demo', 'creation-with-tokens'));
    expect(kinds()).toEqual(FOR_TOKENS);
  });

  it('says nothing of roles that this person may not see', async () => {
    openEmbeddedCluster('ada');
    const query = seenProjectQuery('nim-demo', 'creation-with-tokens');
    const { notSeen } = await queryClient.fetchQuery(query);
    expect(notSeen).toEqual([]);
  });

  it.each([
    ['that this person may not see', () => statusAnswer(403, 'Forbidden')],
    ['where there are none', () => new Response('404 page not found\n', { status: 404 })],
    ['where their group has no such kind', () => statusAnswer(404, 'NotFound')],
  ])('says nothing of routes %s', async (_what, answer) => {
    openEmbeddedCluster('ada', [], ({ path }) => (path.endsWith('/routes') ? answer() : undefined));
    expect((await look()).notSeen).toEqual([]);
  });

  it.each([
    ['services', 'refuses', () => statusAnswer(500, 'InternalError')],
    ['routes', 'refuses', () => statusAnswer(500, 'InternalError')],
    ['routes', 'has a gateway that answers instead', () => new Response('bad', { status: 502 })],
    ['services', 'seems to know no such kind', () => new Response('no page', { status: 404 })],
  ])(
    'lacks %s made for a deployment where the cluster %s, and that is said',
    async (kind, _how, fail) => {
      openEmbeddedCluster('ada', [theirs('apps/v1', 'Deployment')], ({ path }) =>
        path.endsWith(`/${kind}`) ? fail() : undefined,
      );
      const { seen, notSeen } = await look();
      expect(seen.parts).toHaveLength(1);
      expect(notSeen).toEqual(["names of a deployment's parts"]);
    },
  );

  it('has no Secrets where the cluster pulls with its own credentials: nobody looks', async () => {
    const { sent } = openEmbeddedCluster('ada', [], ({ path }) =>
      path === '/api/config'
        ? Response.json({ spec: { nimConfig: { disconnected: { disableKeyCollection: true } } } })
        : undefined,
    );
    await queryClient.fetchQuery(settingsQuery);
    await look();
    expect(sent.filter(({ path }) => path.includes('/secrets'))).toEqual([]);
  });

  it('is, of what this person may not see, nothing; and that is said', async () => {
    openEmbeddedCluster('vic');
    const { seen, notSeen } = await look();
    expect(seen).not.toHaveProperty('secrets');
    expect(notSeen).toEqual(['secrets']);
  });

  it('is nothing at all while nobody answers', async () => {
    answerAsDashboard(() => Promise.reject(new TypeError('no connection')));
    const { seen, notSeen } = await look();
    expect(seen).toEqual({ access: [], parts: [] });
    expect(notSeen).toHaveLength(9);
  });
});
