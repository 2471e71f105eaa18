import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it } from 'vitest';
import { seedObjects, seedUsers } from '../seed/seed.ts';
import { createEmbeddedCluster } from './embedded-cluster.ts';
import { clusterHandlers } from './msw.ts';
import { serveCluster } from './serve.node.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) {
    await stop();
  }
});

const cluster = () => createEmbeddedCluster({ objects: seedObjects([]), users: seedUsers });
const secrets = '/api/v1/namespaces/nim-demo/secrets';
const body = JSON.stringify({ stringData: { a: 'ü' }, metadata: { name: 'a' } });
const asJson = { 'content-type': 'application/json' };

const served = async () => {
  const running = await serveCluster(cluster());
  stops.push(running.stop);
  return running;
};

describe('an embedded cluster over HTTP', () => {
  it('answers whom the token says', async () => {
    const { url } = await served();
    const asked = (token: string) =>
      fetch(`${url}${secrets}`, {
        method: 'POST',
        headers: { ...asJson, authorization: `Bearer ${token}` },
        body,
      });
    expect((await asked('vic-token')).status).toBe(403);
    const answer = await asked('ada-token');
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ data: { a: 'w7w=' } });
  });

  it('says when its port is taken', async () => {
    const { url } = await served();
    const port = Number(new URL(url).port);
    await expect(serveCluster(cluster(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('an embedded cluster behind msw', () => {
  it('answers under the dashboard’s prefix as the current user', async () => {
    let user = 'vic-token';
    const server = setupServer(...clusterHandlers(cluster(), { user: () => user }));
    server.listen();
    stops.push(() => server.close());
    const path = `http://dashboard/api/k8s${secrets}`;
    const asked = () => fetch(`${path}?dryRun=All`, { method: 'POST', headers: asJson, body });
    expect((await asked()).status).toBe(403);
    user = 'ada-token';
    expect((await asked()).status).toBe(201);
    expect(await (await fetch(path)).json()).toMatchObject({ kind: 'SecretList', items: [] });
  });
});
