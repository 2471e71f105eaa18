import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answerAsDashboard,
  openEmbeddedCluster,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { queryClient } from './query-client.ts';
import { type ProjectSight, seenProjectQuery } from './seen-project-query.ts';
import { settingsQuery } from './settings-query.ts';

const look = (project = 'nim-demo'): Promise<ProjectSight> =>
  queryClient.fetchQuery(seenProjectQuery(project));

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
    await vi.waitFor(() => expect(sent).toHaveLength(20));
    resolve(statusAnswer(500, 'InternalError'));
    await looking;
    expect(sent).toHaveLength(20);
  });

  it('is of Secrets the metadata only', async () => {
    const { sent } = openEmbeddedCluster('ada');
    await look();
    const [secrets] = sent.filter(({ path }) => path.endsWith('/secrets'));
    expect(secrets?.accept).toContain('PartialObjectMetadataList');
  });

  it('has no Secrets where the cluster pulls with its own credentials: nobody looks', async () => {
    const { sent } = openEmbeddedCluster('ada', [], ({ path }) =>
      path === '/api/config'
        ? Response.json({ spec: { nimConfig: { disconnected: { disableKeyCollection: true } } } })
        : undefined,
    );
    await queryClient.fetchQuery(settingsQuery);
    await look();
    expect(sent.filter(({ path }) => path.endsWith('/secrets'))).toEqual([]);
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
    expect(seen).toEqual({ access: [] });
    expect(notSeen).toHaveLength(8);
  });
});
